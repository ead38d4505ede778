import { encodeLegacy } from '../../../../../../tests/factories/legacy-text';
import { guessLegacyEncoding } from './legacy-encoding';

/** Contact lists nearly as short as they can be and still say what they are written in. */
const LISTS: [encoding: string, language: string, text: string][] = [
  [
    'windows-1251',
    'Russian',
    'Имя,Телефон\nИван Петров,+79123456789\nМария Смирнова,+79123456780\n',
  ],
  [
    'windows-1251',
    'Ukrainian',
    "Ім'я,Телефон\nАндрій Шевченко,+380501234567\nОлена Коваленко,+380501234568\n",
  ],
  [
    'windows-1251',
    'Bulgarian',
    'Име,Телефон\nГеорги Димитров,+359888123456\nИванка Петрова,+359888123457\n',
  ],
  [
    'windows-1250',
    'Czech',
    'Jméno,Telefon\nJiří Dvořák,+420601123456\nPřemysl Řezníček,+420601123457\n',
  ],
  [
    'windows-1250',
    'Polish',
    'Imię,Telefon\nŁukasz Wiśniewski,+48601123456\nMałgorzata Dąbrowska,+48601123457\n',
  ],
  [
    'windows-1250',
    'Hungarian',
    'Név,Telefon\nSzűcs Győző,+36301234567\nKőrösi Erzsébet,+36301234568\n',
  ],
  [
    'windows-1250',
    'Croatian',
    'Ime,Telefon\nĐuro Kovačić,+385911234567\nŽeljka Marčić,+385911234568\n',
  ],
  [
    'windows-1253',
    'Greek',
    'Όνομα,Τηλέφωνο\nΓιώργος Παπαδόπουλος,+306912345678\nΜαρία Αντωνίου,+306912345679\n',
  ],
  [
    'windows-1254',
    'Turkish',
    'Ad,Telefon\nIşıl Öztürk,+905321234567\nÇağrı Yılmaz,+905321234568\nŞule Güneş,+905321234569\n',
  ],
  [
    'windows-1255',
    'Hebrew',
    'שם,טלפון\nיעל כהן,+972521234567\nדוד לוי,+972521234568\nמשה אברהם,+972521234569\n',
  ],
  ['windows-1256', 'Arabic', 'الاسم,الهاتف\nمحمد علي,+201001234567\nفاطمة حسن,+201001234568\n'],
  [
    'shift_jis',
    'Japanese',
    '名前,電話番号\n山本太郎,+819012345678\n佐藤花子,+819012345679\nスズキ イチロー,+819012345670\n',
  ],
  [
    'gb18030',
    'Chinese, simplified',
    '姓名,电话,分组\n王小明,+8613812345678,学生\n李丽,+8613812345679,老师\n张伟,+8613812345670,家长\n陈静,+8613812345672,学生\n',
  ],
  [
    'big5',
    'Chinese, traditional',
    '姓名,電話\n王小明,+886912345678\n李麗華,+886912345679\n張偉,+886912345670\n',
  ],
  [
    'euc-kr',
    'Korean',
    '이름,전화번호\n김철수,+821012345678\n이영희,+821012345679\n박지성,+821012345670\n',
  ],
  [
    'windows-1252',
    'French',
    'Nom,Téléphone\nHélène Lefèvre,+33612345678\nFrançois Côté,+33612345679\n',
  ],
  [
    'windows-1252',
    'German',
    'Name,Straße\nJürgen Müller,+4915112345678\nKäthe Größmann,+4915112345679\n',
  ],
  [
    'windows-1252',
    'Spanish',
    'Nombre,Teléfono\nJosé Núñez,+34612345678\nBegoña Ibáñez,+34612345679\n',
  ],
  [
    'windows-1252',
    'Portuguese',
    'Nome,Nº\nJoão Conceição,+351912345678\nInês Magalhães,+351912345679\n',
  ],
  [
    'windows-1252',
    'Swedish',
    'Namn,Telefon\nÅsa Öberg,+46701234567\nBjörn Sjöström,+46701234568\n',
  ],
  [
    'windows-1252',
    'Danish',
    'Navn,Telefon\nSøren Jørgensen,+4520123456\nBirgitte Kjær,+4520123457\n',
  ],
  [
    'windows-1252',
    'Icelandic',
    'Nafn,Sími\nGuðrún Sigurðardóttir,+3546111234\nJón Þórsson,+3546111235\n',
  ],
];

it.each(LISTS)('knows %s by a list in %s', (encoding, _language, text) => {
  expect(guessLegacyEncoding(encodeLegacy(text, encoding))).toBe(encoding);
});

it.each(LISTS)('knows %s by a long list in %s', (encoding, _language, text) => {
  expect(guessLegacyEncoding(encodeLegacy(text.repeat(100), encoding))).toBe(encoding);
});

it.each([
  ['windows-1251', 'Ковальчук,1\nЇжак Єва,2\nШевченко,3\n'],
  ['windows-1255', 'כהן,1\nלוי,2\nמזרחי,3\nפרץ,4\nביטון,5\n'],
  ['windows-1256', 'أحمد إبراهيم,1\nيوسف,2\nعبد الله,3\n'],
  ['windows-1253', 'Γεωργίου Άννα,1\nΔημητρίου Ιωάννης,2\nΩραία,3\n'],
  ['windows-1250', 'Tóth,1\nGyőrgy,2\nŐri,3\nFűzfa,4\nLőrinc,5\nKovács,6\n'],
  ['windows-1252', 'Simões,1\nGuimarães,2\nCamões,3\nLuís,4\nAntônio,5\n'],
  ['windows-1252', 'Núria Solé,1\nCastellà,2\nMercè,3\nValència,4\nRàfols,5\n'],
  ['windows-1252', 'Škoda,1\nŽižek,2\nLœtitia,3\nJürgen,4\n'],
])('knows %s by names alone: %j', (encoding, text) => {
  expect(guessLegacyEncoding(encodeLegacy(text, encoding))).toBe(encoding);
});

it.each([
  ['one letter', 'Name\nM\xfcller\n'],
  ['a sign', 'Price\n5 \x80\n'],
  ['quotation marks', 'Name\n\x93Asha\x94\n'],
  ['one name that Turkish could have as well', 'Name\nNov\xfd\n'],
  ['names of two languages', 'Name\nM\xfcller\nJos\xe9\nS\xf8ren\nA\xf1a\nFran\xe7ois\n'],
  ['nothing', ''],
])('takes %s for Western text', (_case, text) => {
  expect(guessLegacyEncoding(Buffer.from(text, 'latin1'))).toBe('windows-1252');
});

it.each([
  ['gb18030', '王,1\n李,2\n'],
  ['shift_jis', '鈴木,1\n高橋,2\n'],
  ['big5', '王,1\n李,2\n'],
  ['gb18030', '王伟\n王芳\n李伟\n王秀英\n李娜\n刘伟\n张敏\n李静\n'],
  ['shift_jis', '佐藤翔太\n鈴木美咲\n高橋健\n田中陽子\n渡辺直美\n'],
])('says nothing of %s where no letter is a frequent one: %j', (encoding, text) => {
  expect(guessLegacyEncoding(encodeLegacy(text, encoding))).toBe('windows-1252');
});
