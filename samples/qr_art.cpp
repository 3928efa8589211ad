#include "samples/qr_art.hpp"

#include <qrencode.h>

#include <cassert>
#include <memory>

namespace vermilion::samples {
namespace {

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

void draw_qr(Canvas& canvas, const Rect& square, const std::string& text, Colour colour) {
  const std::unique_ptr<QRcode, Free> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
  assert(code != nullptr);  // the payloads are ours and short
  const double module = square.width / code->width;
  cairo_t* context = canvas.context();
  cairo_set_source_rgb(context, colour.red, colour.green, colour.blue);
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if ((code->data[y * code->width + x] & 1) == 0) continue;
      cairo_rectangle(context, square.x + x * module, square.y + y * module, module, module);
    }
  }
  cairo_fill(context);  // all modules as one path, or fine seams of white would run between them
}

}  // namespace vermilion::samples
