import { BLUE, box, disc, GREEN, GREY, INK, person, picture, RED, rule, SOFT, screen, text, WHITE } from './drawing.ts'

const searchField = (x: number, y: number, words: string, colour = INK) =>
  [
    box(x, y, 820, 76, WHITE),
    disc(x + 44, y + 34, 16, WHITE),
    rule(x + 56, y + 46, x + 68, y + 58),
    text(x + 92, y + 51, words, 34, colour),
  ].join('')

const hit = (y: number, title: string, state: string, colour: string) =>
  [
    box(190, y, 820, 116, WHITE),
    text(220, y + 50, title, 32),
    `<rect x="220" y="${y + 66}" width="120" height="36" rx="6" fill="${colour}"/>`,
    text(280, y + 93, state, 24, WHITE, 'middle'),
    rule(360, y + 86, 960, y + 86, GREY, 10),
  ].join('')

const key = (x: number, y: number, width: number, words: string) =>
  [box(x, y, width, 120, WHITE, 18), text(x + width / 2, y + 76, words, 44, INK, 'middle')].join('')

/** 用窗口电脑查一条政策, step by step. */
export const searchPictures: Readonly<Record<string, string>> = {
  'tu-cha-1-an-jian': picture(
    [
      screen(
        150,
        90,
        900,
        330,
        [
          searchField(190, 190, '搜政策、文书、故事', '#8a857a'),
          rule(190, 310, 700, 310, GREY, 10),
          rule(190, 350, 560, 350, GREY, 10),
        ].join(''),
      ),
      key(330, 510, 200, 'Ctrl'),
      text(600, 586, '+', 56, INK, 'middle'),
      key(670, 510, 150, 'K'),
    ].join(''),
  ),
  'tu-cha-2-da-yuanhua': picture(
    screen(
      150,
      90,
      900,
      570,
      [
        searchField(190, 190, '盖房子要什么手续'),
        box(190, 290, 820, 84, SOFT),
        text(220, 345, '因 盖房子 = 宅基地、农村建房', 32, RED),
        rule(190, 440, 930, 440, GREY, 10),
        rule(190, 490, 820, 490, GREY, 10),
        rule(190, 540, 880, 540, GREY, 10),
      ].join(''),
    ),
  ),
  'tu-cha-3-kan-shixiao': picture(
    screen(
      150,
      60,
      900,
      640,
      [
        searchField(190, 150, '宅基地 申请'),
        hit(260, '土地管理法 第六十二条', '现行', GREEN),
        hit(400, '某某市宅基地管理办法 第八条', '已修改', '#a86b1e'),
        hit(540, '某某县建房暂行规定 第三条', '已废止', '#6f6a60'),
      ].join(''),
    ),
  ),
  'tu-cha-4-kan-qianhou': picture(
    screen(
      150,
      60,
      900,
      640,
      [
        text(190, 180, '第六十一条', 30, '#8a857a'),
        rule(190, 210, 900, 210, GREY, 10),
        box(176, 250, 848, 230, SOFT),
        text(206, 305, '第六十二条', 34, RED),
        rule(206, 345, 960, 345, INK, 8),
        rule(206, 390, 920, 390, INK, 8),
        rule(206, 435, 700, 435, INK, 8),
        text(190, 550, '第六十三条', 30, '#8a857a'),
        rule(190, 585, 900, 585, GREY, 10),
        rule(190, 630, 760, 630, GREY, 10),
      ].join(''),
    ),
  ),
  'tu-cha-5-zhuan-pingmu': picture(
    [
      `<rect x="80" y="560" width="1040" height="46" fill="#b98a56" stroke="${INK}" stroke-width="4"/>`,
      person(290, 370, BLUE),
      person(920, 370, '#8c6f4e', '#b9b4aa'),
      `<path d="M520 330 l170 -40 v210 l-170 40 z" fill="${WHITE}" stroke="${INK}" stroke-width="4"/>`,
      rule(550, 375, 660, 350, RED, 10),
      rule(550, 415, 660, 390, GREY, 8),
      rule(550, 455, 630, 436, GREY, 8),
      `<rect x="560" y="535" width="100" height="25" fill="${GREY}" stroke="${INK}" stroke-width="4"/>`,
      box(760, 500, 120, 60, WHITE, 4),
      rule(775, 520, 860, 520, INK, 5),
      rule(775, 540, 840, 540, INK, 5),
    ].join(''),
  ),
  'tu-cha-6-ji-xialai': picture(
    [
      box(210, 60, 780, 630, WHITE, 6),
      text(600, 130, '来访登记', 44, INK, 'middle'),
      ...['问的什么', '引用哪部法、第几条', '文本的日期', '答复人、回话时间'].map((words, at) =>
        [
          rule(250, 175 + at * 115, 950, 175 + at * 115, GREY, 4),
          text(260, 240 + at * 115, words, 32),
          rule(590, 250 + at * 115, 930, 250 + at * 115, INK, 3),
        ].join(''),
      ),
      rule(250, 635, 950, 635, GREY, 4),
      `<path d="M930 610 l90 -150 l34 20 l-90 150 l-40 22 z" fill="${RED}" stroke="${INK}" stroke-width="4"/>`,
    ].join(''),
  ),
}
