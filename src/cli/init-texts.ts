/** What `init` writes: a first article in the language of the newspaper, and the workflow that publishes the site. */

interface FirstArticle {
  readonly name: string;
  readonly section: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

/** The first article by language; Arabic where there is none. */
export const FIRST_ARTICLES: Readonly<Record<string, FirstArticle>> & { readonly ar: FirstArticle } = {
  ar: {
    name: 'صحيفتنا',
    section: 'أخبار',
    headline: 'صحيفة جديدة تفتح أبوابها لقرّائها من المحيط إلى الخليج',
    paragraphs: [
      'هذا أول مقال في الصحيفة. اكتب مقالك في ملف نصي عادي: اسم القسم في السطر الأول، ثم العنوان، ثم الفقرات، وبين كل فقرة وأخرى سطر فارغ.',
      'يمكنك أيضاً نسخ مقال كامل من صفحة على الويب مع ما حوله. يقرأ البرنامج النص ويفهم العنوان والكاتب والتاريخ والفقرات، ويترك أزرار الصفحة وقوائمها جانباً.',
      'احذف هذا الملف متى شئت، أو غيّره وانظر إلى الصفحة كيف تتغير معه.',
    ],
  },
  fa: {
    name: 'روزنامهٔ ما',
    section: 'خبر',
    headline: 'روزنامه‌ای تازه با خبرها و گزارش‌های شهر آغاز به کار کرد',
    paragraphs: [
      'این نخستین نوشتهٔ روزنامه است. هر نوشته یک فایل متنی ساده است: نام بخش در سطر نخست، سپس عنوان، و پس از آن بندها که میان هر دو بند یک سطر خالی است.',
      'می‌توانید متن کامل یک صفحهٔ وب را نیز همان‌گونه که هست در فایل بگذارید. برنامه عنوان، نویسنده، تاریخ و بندها را می‌شناسد و دکمه‌ها و فهرست‌های صفحه را کنار می‌گذارد.',
      'هر زمان خواستید این فایل را پاک کنید یا آن را تغییر دهید و ببینید صفحه چگونه عوض می‌شود.',
    ],
  },
  he: {
    name: 'העיתון שלנו',
    section: 'חדשות',
    headline: 'עיתון חדש יוצא לדרך ומזמין את קוראיו לכתוב בו',
    paragraphs: [
      'זו הכתבה הראשונה בעיתון. כל כתבה היא קובץ טקסט פשוט: שם המדור בשורה הראשונה, אחריו הכותרת, ואחריה הפסקאות, עם שורה ריקה בין פסקה לפסקה.',
      'אפשר גם להעתיק כתבה שלמה מדף אינטרנט עם כל מה שסביבה. התוכנה מזהה את הכותרת, הכותב, התאריך והפסקאות, ומשאירה בצד את הכפתורים והתפריטים.',
      'אפשר למחוק את הקובץ הזה בכל עת, או לשנות אותו ולראות איך הדף משתנה.',
    ],
  },
  ur: {
    name: 'ہمارا اخبار',
    section: 'خبریں',
    headline: 'شہر کی خبروں کے ساتھ ایک نیا اخبار شروع ہو گیا',
    paragraphs: [
      'یہ اخبار کا پہلا مضمون ہے۔ ہر مضمون ایک سادہ متنی فائل ہے: پہلی سطر میں شعبے کا نام، پھر سرخی، اور پھر پیراگراف، جن کے درمیان ایک خالی سطر ہوتی ہے۔',
      'آپ کسی ویب صفحے کا پورا متن بھی جوں کا توں فائل میں رکھ سکتے ہیں۔ پروگرام سرخی، مصنف، تاریخ اور پیراگراف پہچان لیتا ہے اور صفحے کے بٹن اور فہرستیں الگ کر دیتا ہے۔',
      'اس فائل کو جب چاہیں حذف کر دیں، یا اسے بدل کر دیکھیں کہ صفحہ کیسے بدلتا ہے۔',
    ],
  },
};

/** Actions are pinned by the hash of a release, the program by its version; only the second job may publish. */
export const workflow = (version: string): string => `name: Publish
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: pages
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 22
      - run: npx --yes warraq@${version} build
      - uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
        with:
          path: dist
  publish:
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.pages.outputs.page_url }}
    steps:
      - id: pages
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
`;
