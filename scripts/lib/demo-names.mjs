/**
 * Common given and family names by country, for fictional people. Where the script is not Latin, the
 * Latin form for the e-mail address stands behind the slash.
 *
 * @typedef {object} Country
 * @property {string} code ISO 3166-1 alpha-2, for the phone number
 * @property {string} first
 * @property {string} last
 * @property {string} [order] `family-first`, with or without a space between
 */

/** @type {Country[]} */
export const COUNTRIES = [
  {
    code: 'IN',
    first:
      'Asha Rohan Meera Arjun Kavya Vikram Ananya Ishaan आशा/Asha राम/Ram मीना/Meena विजय/Vijay',
    last: 'Rao Sharma Iyer Menon Kulkarni Banerjee Reddy Chopra Nair Pillai Desai Bhatt',
  },
  {
    code: 'US',
    first: 'Maya Ethan Chloe Jordan Grace Tyler Hannah Marcus Paige Caleb Naomi Wyatt',
    last: 'Brooks Hayes Porter Ramsey Whitfield Dalton Mercer Quinn Holloway Sutton Pruitt Vance',
  },
  {
    code: 'GB',
    first: 'Imogen Callum Freya Rhys Poppy Alistair Niamh Gareth Beatrix Dylan Orla Felix',
    last: "Ashworth Penhaligon Whitaker McAllister Pritchard Fairclough O'Dowd Smith-Jones Thackeray Blyth Gower Kendrick",
  },
  {
    code: 'DE',
    first: 'Jürgen Anneliese Björn Käthe Lukas Frieda Jörg Sophie Günther Heike Matthias Zoë',
    last: 'Müller Schäfer Größmann Weiß Köhler Brandt Vogel Jäger Lindner Krüger Böhm Seidel',
  },
  {
    code: 'FR',
    first: 'Chloé François Anaïs Étienne Zélie Gaël Océane Jérôme Maëlle Benoît Inès Théo',
    last: 'Lefèvre Bélanger Dupré Moreau Châtelain Girard Lemaître Rousseau Fabre Perrin Garnier Noël',
  },
  {
    code: 'ES',
    first: 'Lucía Íñigo Begoña Andrés Noa Álvaro Nuria Óscar Sofía Iker Ángela Jesús',
    last: 'García Etxeberria Muñoz Ibáñez Ferrer Vidal Quintana Rincón Salas Núñez Peña Cordón',
  },
  {
    code: 'IT',
    first: 'Giulia Niccolò Chiara Lorenzo Ilaria Matteo Noemi Davide Serena Tommaso Irene Luca',
    last: 'Bianchi Ferraro Colombo Gallo Fontana Rinaldi Moretti Barbieri Mancini Testa Longo Parisi',
  },
  {
    code: 'PT',
    first: 'João Inês Tomás Beatriz Gonçalo Leonor Duarte Matilde Vasco Graça Simão Luísa',
    last: 'Magalhães Nóbrega Falcão Simões Araújo Guimarães Leitão Conceição Brandão Varela Pinto Sá',
  },
  {
    code: 'BR',
    first: 'Thiago Letícia Caio Luíza Otávio Bruna Antônia Davi Júlia Murilo Taís Raí',
    last: 'Moura Teixeira Siqueira Prado Assunção Barreto Cavalcanti Gusmão Nogueira Paixão Rangel Xavier',
  },
  {
    code: 'MX',
    first: 'Ximena Emiliano Renata Joaquín Itzel Rodrigo Citlali Héctor Paloma Ulises Yaretzi Iván',
    last: 'Hernández Zavala Cárdenas Villaseñor Ortega Tlapa Bañuelos Rentería Ochoa Quiñones Mejía Xicoténcatl',
  },
  {
    code: 'PL',
    first:
      'Łukasz Małgorzata Paweł Żaneta Stanisław Agnieszka Grzegorz Zofia Michał Bożena Jacek Świętosława',
    last: 'Wójcik Kamińska Zieliński Dąbrowska Szymańska Woźniak Jankowski Król Pawłowska Górski Łuczak Ćwikła',
  },
  {
    code: 'SE',
    first: 'Åsa Björn Märta Sören Elsa Göran Ingrid Håkan Linnéa Östen Maja Viggo',
    last: 'Ångström Lindqvist Sjöberg Öberg Nyström Hägg Bergström Ekdahl Söder Åkerlund Wallin Dahlgren',
  },
  {
    code: 'NL',
    first: 'Sanne Daan Fleur Joost Lieke Bram Anouk Thijs Noor Sjoerd Eva Ruben',
    last: 'Bakker Dijkstra Vermeulen Hoekstra Kuipers Zandstra Brouwer Postma Veenstra Mulder Kok Wiersma',
  },
  {
    code: 'GR',
    first:
      'Ελένη/Eleni Γιώργος/Giorgos Μαρία/Maria Νίκος/Nikos Άννα/Anna Σπύρος/Spyros Δάφνη/Dafni Θωμάς/Thomas',
    last: 'Παπαδάκη/Papadaki Αντωνίου/Antoniou Βασιλείου/Vasileiou Γεωργίου/Georgiou Δημητρίου/Dimitriou Οικονόμου/Oikonomou Λάμπρου/Lamprou Ρήγας/Rigas Σταύρου/Stavrou',
  },
  {
    code: 'TR',
    first: 'Ayşe İbrahim Çağla Oğuz Şule Gökhan Işıl Ömer Zeynep Ünal Dilek Barış',
    last: 'Yılmaz Öztürk Şahin Çelik Güneş Aydoğan Kılıç Doğan Işık Tanrıöver Koç Ürgüplü',
  },
  {
    code: 'UA',
    first:
      'Оксана/Oksana Андрій/Andrii Ірина/Iryna Тарас/Taras Софія/Sofiia Богдан/Bohdan Олена/Olena Юрій/Yurii',
    last: 'Коваленко/Kovalenko Шевчук/Shevchuk Бондаренко/Bondarenko Ткаченко/Tkachenko Гнатюк/Hnatiuk Мороз/Moroz Лисенко/Lysenko Савчук/Savchuk Їжак/Yizhak',
  },
  {
    code: 'IL',
    first: 'נועה/Noa אורי/Uri תמר/Tamar יונתן/Yonatan מאיה/Maya דניאל/Daniel שירה/Shira גיא/Guy',
    last: 'לוי/Levi מזרחי/Mizrahi פרידמן/Friedman אברהם/Avraham ביטון/Biton שפירא/Shapira גולן/Golan רוזן/Rosen ברק/Barak',
  },
  {
    code: 'EG',
    first:
      'مريم/Mariam أحمد/Ahmed فاطمة/Fatma يوسف/Youssef نور/Nour كريم/Karim سلمى/Salma طارق/Tarek',
    last: 'حسن/Hassan إبراهيم/Ibrahim منصور/Mansour السيد/Elsayed فهمي/Fahmy شريف/Sherif عبدالله/Abdallah زكي/Zaki رمضان/Ramadan',
  },
  {
    code: 'SA',
    first: 'نورة/Noura خالد/Khalid ريم/Reem فهد/Fahd هند/Hind سلطان/Sultan لمى/Lama بدر/Badr',
    last: 'القحطاني/Alqahtani العتيبي/Alotaibi الشهري/Alshehri الغامدي/Alghamdi الدوسري/Aldosari الحربي/Alharbi المطيري/Almutairi الزهراني/Alzahrani السبيعي/Alsubaie',
  },
  {
    code: 'KE',
    first: 'Wanjiru Otieno Akinyi Kamau Njeri Mwangi Achieng Kiprop Wambui Juma Chebet Baraka',
    last: "Odhiambo Kariuki Mutua Barasa Ndung'u Wekesa Omondi Lang'at Kiplagat Nyambura Auma Rotich",
  },
  {
    code: 'NG',
    first: 'Chidinma Emeka Yetunde Tunde Ngozi Musa Adaeze Segun Zainab Ikenna Folake Bola',
    last: 'Okafor Adeyemi Bello Eze Balogun Danjuma Nwosu Ogunleye Abubakar Ìdòwú Onyekachi Lawal',
  },
  {
    code: 'ZA',
    first: 'Thandiwe Sipho Lerato Pieter Nomsa Kabelo Anke Bongani Zanele Johan Ayanda Themba',
    last: 'Dlamini Nkosi Botha Mokoena Van-Wyk Khumalo Naidoo Mthembu Pretorius Sithole Molefe Jacobs',
  },
  {
    code: 'JP',
    order: 'family-first',
    first: '陽菜/Hina 蓮/Ren さくら/Sakura 大翔/Hiroto 結衣/Yui 健太/Kenta 美咲/Misaki 翼/Tsubasa',
    last: '佐藤/Sato 髙橋/Takahashi 渡邉/Watanabe 小林/Kobayashi 山口/Yamaguchi 斎藤/Saito 森/Mori 池田/Ikeda 長谷川/Hasegawa',
  },
  {
    code: 'KR',
    order: 'family-first, joined',
    first:
      '민준/Minjun 서연/Seoyeon 도윤/Doyun 지우/Jiwoo 하은/Haeun 준호/Junho 수아/Sua 태민/Taemin',
    last: '김/Kim 이/Lee 박/Park 최/Choi 정/Jung 강/Kang 조/Cho 윤/Yoon 임/Lim',
  },
  {
    code: 'CN',
    order: 'family-first, joined',
    first:
      '秀英/Xiuying 浩然/Haoran 雨桐/Yutong 子轩/Zixuan 思琪/Siqi 建国/Jianguo 梦洁/Mengjie 宇航/Yuhang',
    last: '王/Wang 李/Li 张/Zhang 刘/Liu 陈/Chen 杨/Yang 赵/Zhao 黄/Huang 欧阳/Ouyang',
  },
  {
    code: 'TH',
    first: 'สมหญิง/Somying กิตติ/Kitti มาลี/Malee อนันต์/Anan พิมพ์/Pim ธนา/Thana นภา/Napa วิชัย/Wichai',
    last: 'ใจดี/Jaidee แสงทอง/Saengthong ศรีสุข/Srisuk บุญมา/Boonma รุ่งเรือง/Rungrueang ทองดี/Thongdee วงศ์ไทย/Wongthai สุขใจ/Sukjai พรหมมา/Promma',
  },
  {
    code: 'VN',
    order: 'family-first',
    first: 'Minh Hương Tuấn Ngọc Dũng Thảo Phúc Linh Đức Yến Khánh Ánh',
    last: 'Nguyễn Trần Lê Phạm Hoàng Võ Đặng Bùi Đỗ Hồ Ngô Dương',
  },
  {
    code: 'ID',
    first: 'Budi Siti Agus Dewi Rizky Putri Wayan Ayu Bayu Intan Galih Ratna',
    last: 'Santoso Wijaya Hidayat Lestari Nugroho Siregar Pratama Halim Gunawan Suryani Kusuma Maharani',
  },
];
