#!/usr/bin/env bash
# segno: a QR code of a Russian sentence is written in the Japanese Shift JIS, that of a Ukrainian one in UTF-8;
# what a scanner shows depends on its guess.
#
# Needs: python3 (3.11 or newer) and pip. Packages: segno 1.6.6, zxing-cpp 3.1.1, opencv-python-headless 5.0.0.93,
# pillow 13.0.0.
#
# What happens: without `encoding` segno tries ISO 8859-1, then Shift JIS, then UTF-8, and takes the first that
# fits. Shift JIS has the Russian alphabet (and the Greek one without accents), so that «Война и мир» is stored in
# it, and nothing in the code says so: segno writes no ECI mark unless asked. One word of Russian letters alone even
# becomes "kanji". A single Ukrainian letter (ї, є, ґ), «» or ў tips the same sentence over to UTF-8. Two decoders:
# ZXing guesses right in both, OpenCV reads the Ukrainian code and gives the Russian one as rubbish.
#
# Where it comes from: segno/encoder.py (data_to_bytes; find_mode). The documentation of `encoding` says that
# ISO/IEC 8859-1 is tried and, if it does not fit, UTF-8 is used; the step between the two is not named.
#
# Why it matters here: codes on paper lead from a printed page to the site, and carry its name. They are tried in
# one language, with one telephone. Ask for `encoding="utf-8"`, or keep to addresses in ASCII.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check segno==1.6.6 zxing-cpp==3.1.1 opencv-python-headless==5.0.0.93 pillow==13.0.0
venv/bin/pip list 2>/dev/null | grep -E '^(segno|zxing-cpp|opencv-python-headless|pillow) '

cat > run.py <<'P'
import io
import sys

import cv2
import numpy
import segno
import zxingcpp
from PIL import Image

got = {}
for text, encoding in (("Война и мир", None), ("Війна і її кінець", None), ("Москва 2022", None), ("Київ 2022", None), ("Россия", None), ("Война и мир", "utf-8")):
    code = segno.make_qr(text, error="m", encoding=encoding)
    file = io.BytesIO()
    code.save(file, kind="png", scale=8)
    image = Image.open(file).convert("L")
    zxing = zxingcpp.read_barcodes(image)[0].text == text
    # A code in kanji mode is not shown to OpenCV: it answers with an error, which is not the point here.
    opencv = cv2.QRCodeDetector().detectAndDecode(numpy.array(image))[0] == text if code.mode == "byte" else None
    got[text, encoding] = code.mode, zxing, opencv
    print(f"{text!r}, encoding {encoding}: mode {code.mode}, ZXing reads it {zxing}, OpenCV {opencv}")
want = {
    ("Война и мир", None): ("byte", True, False),
    ("Війна і її кінець", None): ("byte", True, True),
    ("Москва 2022", None): ("byte", True, False),
    ("Київ 2022", None): ("byte", True, True),
    ("Россия", None): ("kanji", True, None),
    ("Война и мир", "utf-8"): ("byte", True, True),
}
if got != want:
    sys.exit(f"CHANGED: expected {want}, got {got}")
print("HOLDS: Russian is written in Shift JIS, Ukrainian in UTF-8, and OpenCV reads the second alone")
P
venv/bin/python run.py
