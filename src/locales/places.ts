/** Names of the clocks of the countries that Warraq prints for, as the newsrooms of each language call them. */
import type { StringsLang } from './types.js';

type Names = Readonly<Partial<Record<StringsLang, string>>>;

const GREENWICH: Readonly<Record<StringsLang, string>> = {
  ar: 'غرينتش',
  ckb: 'گرینیچ',
  dv: 'ގްރިނިޗް',
  en: 'Greenwich',
  fa: 'گرینویچ',
  he: 'גריניץ׳',
  ps: 'ګرینویچ',
  sd: 'گرينچ',
  ug: 'گرېنۋىچ',
  ur: 'گرینچ',
  yi: 'גריניטש',
};

const COLUMNS = ['en', 'ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'sd', 'ug', 'dv', 'yi'] as const;

/** One line a zone, one name a language in the order of COLUMNS, `-` where we have none (the offset is printed then). */
const TABLE = `
Africa/Algiers | Algiers | الجزائر | الجزایر | אלג׳יר | الجزائر | الجزایر | جەزائیر | الجزائر | ئالجىر | - | אלזשיר
Africa/Cairo | Cairo | القاهرة | قاهره | קהיר | قاہرہ | قاهره | قاھیرە | قاهره | قاھىرە | ޤާހިރާ | קאיר
Africa/Casablanca | Casablanca | الدار البيضاء | کازابلانکا | קזבלנקה | کاسابلانکا | کاسابلانکا | کازابلانکا | ڪاسابلانڪا | كاسابلانكا | - | קאַסאַבלאַנקע
Africa/Djibouti | Djibouti | جيبوتي | جیبوتی | ג׳יבוטי | جبوتی | جیبوتي | جیبوتی | جبوتي | جىبۇتى | - | -
Africa/Khartoum | Khartoum | الخرطوم | خارطوم | חרטום | خرطوم | خرطوم | خەرتووم | خرطوم | خارتۇم | - | כאַרטום
Africa/Mogadishu | Mogadishu | مقديشو | موگادیشو | מוגדישו | موغادیشو | مګادیشو | مۆگادیشۆ | موگاديشو | موگادىشو | - | -
Africa/Nouakchott | Nouakchott | نواكشوط | نواکشوت | נואקשוט | نواکشوط | نواکشوط | نواکشوت | - | - | - | -
Africa/Tripoli | Tripoli | طرابلس | طرابلس | טריפולי | طرابلس | طرابلس | تەرابلوس | طرابلس | تىرىپولى | - | טריפּאָלי
Africa/Tunis | Tunis | تونس | تونس | תוניס | تیونس | تونس | توونس | تيونس | تۇنىس | - | טוניס
Asia/Aden | Aden | عدن | عدن | עדן | عدن | عدن | عەدەن | عدن | ئەدەن | - | -
Asia/Amman | Amman | عمّان | امان | עמאן | عمان | امان | عەممان | عمان | ئاممان | - | אמאן
Asia/Baghdad | Baghdad | بغداد | بغداد | בגדאד | بغداد | بغداد | بەغدا | بغداد | باغداد | ބަޣްދާދު | באַגדאַד
Asia/Bahrain | Bahrain | البحرين | بحرین | בחריין | بحرین | بحرین | بەحرەین | بحرين | بەھرەين | - | -
Asia/Beirut | Beirut | بيروت | بیروت | ביירות | بیروت | بیروت | بەیرووت | بيروت | بېيرۇت | - | ביירוט
Asia/Damascus | Damascus | دمشق | دمشق | דמשק | دمشق | دمشق | دیمەشق | دمشق | دەمەشق | - | דמשק
Asia/Dubai | Dubai | دبي | دبی | דובאי | دبئی | دوبۍ | دوبەی | دبئي | دۇبەي | ދުބާއީ | דובײַ
Asia/Gaza | Gaza | غزة | غزه | עזה | غزہ | غزه | غەززە | غزه | غەززە | ޣައްޒާ | עזה
Asia/Hebron | Hebron | الخليل | الخلیل | חברון | الخلیل | الخلیل | خەلیل | - | - | - | חברון
Asia/Jerusalem | Jerusalem | القدس | اورشلیم | ישראל | یروشلم | بیت المقدس | ئۆرشەلیم | يروشلم | قۇددۇس | - | ירושלים
Asia/Kabul | Kabul | كابل | کابل | קאבול | کابل | کابل | کابول | ڪابل | كابۇل | - | קאַבול
Asia/Karachi | Karachi | كراتشي | کراچی | קראצ׳י | پاکستان | کراچۍ | کەراچی | پاڪستان | كاراچى | - | קאַראַטשי
Asia/Kuwait | Kuwait | الكويت | کویت | כווית | کویت | کویت | کوێت | ڪويت | كۇۋەيت | - | -
Asia/Muscat | Muscat | مسقط | مسقط | מסקט | مسقط | مسقط | مەسقەت | مسقط | مەسقەت | - | -
Asia/Qatar | Qatar | الدوحة | قطر | קטאר | قطر | قطر | قەتەر | قطر | قاتار | - | -
Asia/Riyadh | Riyadh | الرياض | ریاض | ריאד | ریاض | ریاض | ڕیاز | رياض | رىياد | ރިޔާޟް | ריאַד
Asia/Shanghai | Beijing | بكين | پکن | בייג׳ינג | بیجنگ | بیجینګ | پەکین | بيجنگ | بېيجىڭ | - | בייזשינג
Asia/Tehran | Tehran | طهران | تهران | טהרן | تہران | تهران | تاران | تهران | تېھران | - | טעהעראַן
Asia/Urumqi | Urumqi | أورومتشي | ارومچی | אורומצ׳י | ارمچی | ارومچي | ئورومچی | - | ئۈرۈمچى | - | -
Europe/Berlin | Berlin | برلين | برلین | ברלין | برلن | برلین | بەرلین | برلن | بېرلىن | - | בערלין
Europe/Istanbul | Istanbul | إسطنبول | استانبول | איסטנבול | استنبول | استانبول | ئیستانبوڵ | استنبول | ئىستانبۇل | - | איסטאַנבול
Europe/London | London | لندن | لندن | לונדון | لندن | لندن | لەندەن | لنڊن | لوندون | ލަންޑަން | לאָנדאָן
Europe/Paris | Paris | باريس | پاریس | פריז | پیرس | پاریس | پاریس | پئرس | پارىژ | - | פּאַריז
Indian/Comoro | Moroni | موروني | مورونی | מורוני | مورونی | - | - | - | - | - | -
Indian/Maldives | Malé | ماليه | ماله | מאלה | مالے | - | - | - | - | މާލެ | -
America/New_York | New York | نيويورك | نیویورک | ניו יורק | نیویارک | نیویارک | نیویۆرک | نيويارڪ | نيۇ يورك | - | ניו־יאָרק
`;

/** Other names of the same clocks. */
const ALIASES: Readonly<Record<string, string>> = {
  Egypt: 'Africa/Cairo',
  Libya: 'Africa/Tripoli',
  Iran: 'Asia/Tehran',
  Israel: 'Asia/Jerusalem',
  'Asia/Tel_Aviv': 'Asia/Jerusalem',
  'Asia/Istanbul': 'Europe/Istanbul',
  'Asia/Kashgar': 'Asia/Urumqi',
};

const places = new Map<string, Names>();
for (const line of TABLE.trim().split('\n')) {
  const [zone = '', ...cells] = line.split(' | ');
  const known = COLUMNS.flatMap((lang, at) => (cells[at] === '-' ? [] : [[lang, cells[at]]]));
  places.set(zone, Object.fromEntries(known));
}

/** Every zone that has a name in some language. */
export const zonesWithNames: readonly string[] = [...places.keys()];

/** What a language calls the clock of a zone that is `ahead` minutes before UTC; null when it has no name for it. */
export function placeOf(zone: string, lang: StringsLang, ahead: number): string | null {
  const name = places.get(ALIASES[zone] ?? zone)?.[lang];
  if (name !== undefined) return name;
  return ahead === 0 ? GREENWICH[lang] : null;
}
