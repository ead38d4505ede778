import type { ImportField } from './import-fields';

/**
 * Other words for our columns, as people write them: English, then Spanish, Portuguese, French, German, Italian,
 * Indonesian, Hindi and Arabic. A word that names only a part of a name, such as `Vorname`, is none for the name.
 */
export const HEADER_SYNONYMS: Record<ImportField, readonly string[]> = {
  name: [
    ...['full name', 'contact name', 'display name', 'customer name', 'student name', 'contact'],
    ...['nombre', 'nombre completo', 'nombre y apellido', 'nombre y apellidos'],
    ...['nome', 'nome completo', 'nom', 'nom complet', 'nom et prénom', 'prénom et nom'],
    ...['vollständiger Name', 'Vor- und Nachname', 'Kontaktname', 'nome e cognome', 'nominativo'],
    ...['nama', 'nama lengkap', 'nama kontak', 'नाम', 'पूरा नाम'],
    ...['الاسم', 'اسم', 'الاسم الكامل', 'اسم جهة الاتصال'],
  ],
  category: [
    ...['contact type', 'contact category', 'type', 'categoría', 'tipo de contacto'],
    ...['tipo de contato', 'catégorie', 'type de contact', 'Kategorie', 'Kontaktart'],
    ...['tipo di contatto', 'kategori', 'jenis kontak', 'श्रेणी', 'الفئة', 'التصنيف'],
  ],
  primaryContact: [
    ...['primary phone', 'primary number', 'primary contact number', 'primary phone number'],
    ...['primary mobile', 'phone', 'phone number', 'phone no', 'phone 1', 'mobile'],
    ...['mobile number', 'mobile no', 'mobile phone', 'mobile 1', 'cell', 'cell phone'],
    ...['telephone', 'tel', 'whatsapp', 'whatsapp number', 'whatsapp no', 'contact number'],
    ...['contact no', 'teléfono', 'teléfono 1', 'teléfono móvil', 'teléfono principal', 'móvil'],
    ...['celular', 'número de teléfono', 'número de celular', 'contacto principal'],
    ...['telefone', 'telefone 1', 'telefone principal', 'telemóvel', 'número de telefone'],
    ...['contato principal', 'téléphone', 'téléphone 1', 'téléphone portable'],
    ...['téléphone mobile', 'téléphone principal', 'portable', 'numéro de téléphone'],
    ...['contact principal', 'Telefon', 'Telefon 1', 'Telefonnummer', 'Handy', 'Handynummer'],
    ...['Mobil', 'Mobilnummer', 'Mobiltelefon', 'Hauptnummer', 'Hauptkontakt'],
    ...['telefono cellulare', 'telefono principale', 'cellulare', 'numero di telefono'],
    ...['contatto principale', 'telepon', 'nomor telepon', 'no telepon', 'telepon seluler', 'HP'],
    ...['no HP', 'nomor HP', 'ponsel', 'nomor ponsel', 'no WA', 'nomor WA', 'nomor whatsapp'],
    ...['kontak utama', 'nomor utama', 'फ़ोन', 'फोन', 'फ़ोन नंबर', 'फोन नंबर', 'मोबाइल', 'मोबाइल नंबर'],
    ...['मोबाइल नम्बर', 'दूरभाष', 'संपर्क नंबर', 'व्हाट्सएप नंबर', 'प्राथमिक संपर्क', 'मुख्य नंबर'],
    ...['الهاتف', 'هاتف', 'رقم الهاتف', 'الجوال', 'جوال', 'رقم الجوال', 'الموبايل', 'رقم الموبايل'],
    ...['المحمول', 'رقم المحمول', 'واتساب', 'رقم الواتساب', 'الرقم الأساسي', 'الهاتف الأساسي'],
  ],
  secondaryContact: [
    ...['secondary phone', 'secondary number', 'secondary contact number'],
    ...['secondary phone number', 'secondary mobile', 'alternate number', 'alternative number'],
    ...['alternate phone', 'other phone', 'alternate contact', 'phone 2', 'mobile 2'],
    ...['second phone', 'second number', 'teléfono 2', 'teléfono secundario', 'otro teléfono'],
    ...['contacto secundario', 'telefone 2', 'telefone secundário', 'outro telefone'],
    ...['contato secundário', 'téléphone 2', 'téléphone secondaire', 'autre téléphone'],
    ...['contact secondaire', 'Telefon 2', 'Zweitnummer', 'Zweitkontakt', 'weitere Telefonnummer'],
    ...['telefono secondario', 'altro telefono', 'contatto secondario', 'telepon 2', 'nomor kedua'],
    ...['telepon kedua', 'kontak kedua', 'दूसरा नंबर', 'वैकल्पिक नंबर', 'द्वितीयक संपर्क'],
    ...['الهاتف الثاني', 'هاتف آخر', 'رقم آخر', 'الرقم الثانوي'],
  ],
  email: [
    ...['email address', 'email id', 'mail', 'mail address', 'correo', 'correo electrónico'],
    ...['dirección de correo', 'endereço de e-mail', 'correio eletrônico', 'correio electrónico'],
    ...['courriel', 'adresse e-mail', 'adresse mail', 'adresse électronique', 'E-Mail-Adresse'],
    ...['Mailadresse', 'indirizzo e-mail', 'posta elettronica', 'surel', 'alamat email'],
    ...['ईमेल', 'ई-मेल', 'ईमेल पता', 'البريد الإلكتروني', 'بريد إلكتروني', 'الإيميل', 'البريد'],
  ],
  groups: [
    ...['group', 'group assignment', 'contact groups', 'tags', 'labels', 'grupo', 'grupos'],
    ...['etiquetas', 'marcadores', 'groupe', 'groupes', 'étiquettes', 'Gruppe', 'Gruppen'],
    ...['gruppo', 'gruppi', 'etichette', 'grup', 'kelompok', 'समूह', 'ग्रुप'],
    ...['المجموعات', 'المجموعة', 'مجموعة'],
  ],
  notes: [
    ...['note', 'remarks', 'remark', 'comment', 'comments', 'notas', 'nota', 'observaciones'],
    ...['comentarios', 'observações', 'comentários', 'remarques', 'commentaires', 'Notiz'],
    ...['Notizen', 'Bemerkung', 'Bemerkungen', 'Anmerkung', 'Anmerkungen', 'commenti'],
    ...['osservazioni', 'catatan', 'keterangan', 'टिप्पणी', 'टिप्पणियाँ', 'नोट', 'नोट्स'],
    ...['ملاحظات', 'ملاحظة', 'الملاحظات'],
  ],
};

/** Beside one of these a column such as `Nombre` or `Nom` has only a part of the name. */
export const NAME_PARTS: readonly string[] = [
  ...['first name', 'given name', 'last name', 'family name', 'surname', 'apellido', 'apellidos'],
  ...['sobrenome', 'apelido', 'prénom', 'nom de famille', 'Vorname', 'Nachname', 'Familienname'],
  ...['cognome', 'nama depan', 'nama belakang', 'उपनाम', 'اسم العائلة', 'الاسم الأول', 'اللقب'],
];
