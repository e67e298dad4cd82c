import { BLUE, box, disc, GREEN, GREY, INK, person, picture, RED, rule, SOFT, text, WHITE } from './drawing.ts'

const paper = (x: number, y: number, width: number, height: number, title: string) =>
  [
    box(x, y, width, height, WHITE, 6),
    text(x + width / 2, y + 52, title, 30, INK, 'middle'),
    rule(x + 24, y + 76, x + width - 24, y + 76, GREY, 4),
  ].join('')

const lines = (x: number, y: number, width: number, many: number, step = 36) =>
  Array.from({ length: many }, (_, at) =>
    rule(x, y + at * step, x + width * (at % 3 === 2 ? 0.6 : 1), y + at * step, GREY, 8),
  ).join('')

/** 入户走访带什么、怎么记, step by step. */
export const visitPictures: Readonly<Record<string, string>> = {
  'tu-ruhu-1-dai-shenme': picture(
    [
      paper(90, 90, 300, 270, '已有的信息'),
      lines(120, 200, 240, 4),
      paper(450, 90, 300, 270, '政策明白纸'),
      lines(480, 200, 240, 4),
      paper(810, 90, 300, 270, '上次没办完的'),
      lines(840, 200, 240, 4),
      box(120, 450, 240, 200, '#cfe0d5'),
      text(240, 565, '记录本', 36, INK, 'middle'),
      `<path d="M470 640 l150 -190 l40 30 l-150 190 l-56 20 z" fill="${RED}" stroke="${INK}" stroke-width="4"/>`,
      box(810, 480, 260, 150, WHITE),
      text(940, 548, '姓名 电话', 32, INK, 'middle'),
      text(940, 598, '联系卡', 28, '#6f6a60', 'middle'),
    ].join(''),
  ),
  'tu-ruhu-2-men-kou': picture(
    [
      box(640, 90, 380, 600, '#c99b66', 4),
      box(690, 150, 280, 200, '#b98a56', 4),
      box(690, 390, 280, 240, '#b98a56', 4),
      disc(680, 410, 14, WHITE),
      person(330, 400, BLUE),
      person(520, 430, GREEN),
      `<path d="M120 120 h330 q20 0 20 20 v90 q0 20 -20 20 h-60 l-30 44 l-10 -44 h-230 q-20 0 -20 -20 v-90 q0 -20 20 -20 z" fill="${WHITE}" stroke="${INK}" stroke-width="4"/>`,
      text(145, 180, '今天来看上次', 32),
      text(145, 224, '说的水管', 32),
    ].join(''),
  ),
  'tu-ruhu-3-kan-shenme': picture(
    [
      box(90, 400, 320, 230, '#d8d2c4', 4),
      disc(190, 400, 56, INK),
      disc(330, 400, 44, INK),
      text(250, 560, '灶台', 32, INK, 'middle'),
      box(500, 350, 200, 280, '#efe2c8', 30),
      text(600, 510, '米缸', 32, INK, 'middle'),
      box(790, 520, 300, 110, WHITE, 4),
      box(820, 450, 70, 70, RED, 6),
      box(910, 430, 60, 90, WHITE, 6),
      box(990, 460, 60, 60, BLUE, 6),
      text(940, 590, '药盒', 32, INK, 'middle'),
      rule(600, 60, 600, 150, INK, 5),
      disc(600, 180, 34, '#f4d98a'),
      rule(60, 634, 1140, 634),
      text(690, 190, '电线', 32),
    ].join(''),
  ),
  'tu-ruhu-4-ji-yuanhua': picture(
    [
      paper(240, 60, 720, 630, '入户走访记录'),
      text(290, 200, '他的原话', 32, RED),
      text(290, 258, '“水管冬天冻了两次，想换粗的。”', 34),
      rule(290, 285, 910, 285, GREY, 4),
      text(290, 360, '看到的', 32, RED),
      lines(290, 395, 600, 2),
      text(290, 500, '谁办、哪天办完', 32, RED),
      text(290, 558, '水管员老周，本周五以前', 34),
      rule(290, 585, 910, 585, GREY, 4),
    ].join(''),
  ),
  'tu-ruhu-5-liu-tiao': picture(
    [
      person(300, 360, BLUE),
      person(900, 360, '#8c6f4e', '#b9b4aa'),
      box(430, 330, 340, 250, WHITE, 6),
      text(600, 390, '给您的条子', 32, RED, 'middle'),
      text(460, 450, '带什么：户口簿', 28),
      text(460, 495, '找谁：民政办', 28),
      text(460, 540, '三天内回话', 28),
      `<path d="M385 470 q25 -14 55 -10" stroke="${INK}" stroke-width="22" fill="none" stroke-linecap="round"/>`,
      `<path d="M815 470 q-25 -14 -55 -10" stroke="${INK}" stroke-width="22" fill="none" stroke-linecap="round"/>`,
    ].join(''),
  ),
  'tu-ruhu-6-hui-yin': picture(
    [
      box(120, 120, 500, 500, WHITE),
      `<path d="M120 190 v-60 q0 -10 10 -10 h480 q10 0 10 10 v60 z" fill="${RED}" stroke="${INK}" stroke-width="4"/>`,
      ...['一', '二', '三', '四', '五'].map((day, at) => text(170 + at * 100, 250, day, 32, INK, 'middle')),
      ...Array.from({ length: 10 }, (_, at) =>
        box(130 + (at % 5) * 98, 280 + Math.floor(at / 5) * 160, 80, 120, at === 2 ? SOFT : WHITE, 6),
      ),
      text(366, 350, '回话', 30, RED, 'middle'),
      `<rect x="740" y="200" width="220" height="380" rx="30" fill="${INK}"/>`,
      `<rect x="760" y="240" width="180" height="280" fill="${WHITE}"/>`,
      text(850, 350, '第三天', 36, INK, 'middle'),
      text(850, 410, '打个电话', 36, INK, 'middle'),
    ].join(''),
  ),
}
