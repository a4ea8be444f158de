/**
 * Vocabulary of the isolation of runs: what Latin names and numbers look like in the news. Data only; matching is by
 * case unless said otherwise.
 */

/** Names that own their last mark of exclamation or question. */
export const EMPHATIC_NAMES: readonly string[] = [
  'Yahoo!',
  'Jeopardy!',
  'Joomla!',
  'Kahoot!',
  'Yum!',
  'Wham!',
  'Panic!',
  'Shazam!',
  'Airplane!',
  'Oklahoma!',
  'Oliver!',
  'Mamma Mia!',
  'Moulin Rouge!',
  'Chips Ahoy!',
  'Westward Ho!',
  'Boom!',
  'Tora!',
  'Viva Zapata!',
  'Mars Attacks!',
  'Hello, Dolly!',
  'Band-Aid!',
  'TGI!',
  'Guess?',
  'Which?',
  'E!',
  'Ja!',
  'Jamba!',
  'Bravo!',
  'Hola!',
  'OK!',
];

/** Words that own the full stop after them. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'Inc Ltd Co Corp Bros Jr Sr Dr Mr Mrs Ms Prof Gen Col Capt Lt Sgt St Mt Ft vs Vol al'.split(' '),
);

/** Words that own the full stop between them and a number. */
export const COUNTING: ReadonlySet<string> = new Set('No Nos Nr Fig Art Ch Vol pp p'.split(' '));

/** What follows a name after a comma and belongs to it. */
export const COMMA_SUFFIX = /^(?:Inc|Ltd|LLC|LLP|PLC|Corp|Co|Jr|Sr|PhD|Ph\.D|MD|M\.D|Esq|II|III|IV)\b/;

/** Units and currencies that stand after their number with a space between. */
export const UNITS: ReadonlySet<string> = new Set(
  (
    'm cm mm km µm nm mi ft in yd m² km² m³ cm² cm³ km2 m2 m3 ha g kg mg µg t lb lbs oz l L ml mL cl dl ' +
    's ms µs ns min h hr hrs km/h kmh km/s m/s m/s² mph kph knots kn rpm bpm Hz kHz MHz GHz THz ' +
    'B KB kB MB GB TB PB EB KiB MiB GiB bit kbit Mbit Gbit kbps Kbps Mbps Gbps kb/s Mb/s MB/s GB/s Gb/s Mbit/s Gbit/s ' +
    'W kW MW GW TW Wh kWh MWh GWh TWh V kV mV A mA mAh Ah Ω J kJ MJ cal kcal N Nm kN Pa kPa MPa hPa bar mbar psi ' +
    'K °C °F C F °N °S °E °W dB dBm lm lx cd px dpi ppi fps ppm ppb mol Bq Sv mSv hp bhp cc bbl bpd boe Bcf ' +
    'AM PM am pm a.m. p.m. a.m p.m GMT UTC CET EET CEST EST ET PT ' +
    'USD EUR GBP LYD SAR AED QAR KWD BHD OMR EGP IQD JOD LBP SYP TND DZD MAD MRU SDG YER IRR IRT ILS NIS TRY PKR AFN ' +
    'INR CNY RMB JPY CHF CAD AUD RUB BTC ETH USDT US$ A$ C$ S$ HK$ NZ$ R$'
  ).split(' '),
);

/** After a number: it counts something, so it does not belong to the Latin name before it. */
export const COUNTED =
  /^[ \u00a0\u202f]?(?:[%٪‰$€£¥₪₹]|(?:مليون|مليونا|مليونًا|مليونان|ملايين|مليار|مليارا|مليارات|ألف|ألفا|آلاف|الف|تريليون|بالمئة|بالمائة|في المئة|في المائة|دولار|دولارا|يورو|دينار|دينارا|ريال|ريالا|جنيه|جنيها|درهم|میلیون|میلیارد|هزار|درصد|تومان|دلار|ملین|ارب|کروڑ|لاکھ|ہزار|فیصد|روپے|ڈالر|מיליון|מיליארד|אלף|אלפי|אחוז|אחוזים|דולר|שקל|שקלים|يورو|یورو|אירו|ملیون|ملیارد|زره|سلنه|ملیۆن|هەزار|لەسەدا)(?![\u0620-\u064a\u0671-\u06d3\u05d0-\u05ea]))/u;

/** Just before a number with groups: it is a telephone number. */
export const TELEPHONE =
  /(?:هاتف|تلفون|التلفون|واتساب|واتس|جوال|موبايل|محمول|فاكس|اتصل|اتصال|الاتصال|الرقم|تلفن|تماس|شماره|موبایل|فکس|فون|رابطہ|نمبر|ނަންބަރު|ފޯނު|ހޮޓްލައިން|טלפון|טל'|נייד|פקס|וואטסאפ|تەلەفۆن|ټیلیفون|[Tt]el|[Pp]hone|[Ff]ax|[Mm]obile|[Ww]hats[Aa]pp)[^\d٠-٩۰-۹]{0,12}$/u;

/** A clock of the world with its offset, after a time. */
export const ZONE_OFFSET = /^(?:GMT|UTC)[+\-−]\d{1,2}(?::\d{2})?$/;

/** A release after the name of a program: `3.12.1`, but no date. */
export const RELEASE = /^(?!\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$)\d{1,4}(?:\.\d{1,4}){2,3}$/;

/** The last member of a list in English: the whole is a phrase of that language. */
export const LAST_MEMBER = /^[^\n]{1,60},? (?:and|or|&) [A-Z]/;

/** Grades of creditors and pupils own their minus sign. */
export const GRADE = /^(?:A{1,3}|B{1,3}|C{1,3}|D{1,3}|[EF])-$/;
