#!/bin/sh
# Cuts the Noto fonts down to the letters a card needs (see README.md).
# Usage: cut.sh FOLDER, where FOLDER holds the whole Noto TTFs.
set -eu
noto=$1
features='ccmp,locl,kern,mark,mkmk,init,medi,fina,isol,rlig,liga,calt'

cut() { # name unicodes
    pyftsubset "$noto/$1.ttf" --output-file="$1.ttf" --unicodes="$2" \
        --layout-features="$features" --no-hinting --desubroutinize \
        --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline --no-recalc-timestamp
}

# Latin in full (what Atkinson lacks), Greek with its accents, Cyrillic, marks, punctuation, money.
latin='U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+1E00-1EFF'
greek='U+0370-03FF,U+1F00-1FFF'
cyrillic='U+0400-052F,U+1C80-1C88,U+2DE0-2DFF,U+A640-A69F'
signs='U+2000-2027,U+202F-205E,U+2070-209F,U+20A0-20C0,U+2100-218F,U+2212,U+2215'
for weight in Regular Bold; do
    cut NotoSans-$weight "$latin,$greek,$cyrillic,$signs"
    cut NotoSansArabic-$weight 'U+0020,U+00A0,U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200F,U+25CC,U+FDF2,U+FDFA-FDFC'
done
# Arrows, and the signs people put into notes: telephone, ticks, boxes, stars, scissors.
cut NotoSansSymbols-Regular 'U+0020,U+2190-2199,U+21D0-21D4,U+2302,U+263A,U+2639,U+2640,U+2642,U+2695'
cut NotoSansSymbols2-Regular 'U+0020,U+260E,U+260F,U+2610-2612,U+2605,U+2606,U+2665,U+2661,U+2600-2603,U+2702,U+2708,U+2709,U+2713-2718,U+26A0,U+26A1,U+2764,U+25A0,U+25A1,U+25B2-25B6,U+25BC,U+25C0,U+25CB,U+25CF'
