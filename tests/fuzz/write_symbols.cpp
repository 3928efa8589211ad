#include <qrencode.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

// Writes what the target qr starts from: symbols in its own form (qr.cpp).
namespace {

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Symbol = std::unique_ptr<QRcode, Free>;

constexpr int kQuietZone = 4;  // modules, as the standard asks
constexpr char kPaper = '\xFF';
constexpr char kInk = '\0';

std::string bytes_of(const Symbol& symbol, int module_px) {
  const int side = symbol->width + 2 * kQuietZone;
  std::string modules(static_cast<std::size_t>(side * side), kPaper);
  for (int i = 0; i < symbol->width * symbol->width; ++i) {
    if ((symbol->data[i] & 1) == 0) continue;
    const int row = kQuietZone + i / symbol->width;
    const int column = kQuietZone + i % symbol->width;
    modules[static_cast<std::size_t>(row * side + column)] = kInk;
  }
  return std::string{static_cast<char>(side), static_cast<char>(module_px - 1)} + modules;
}

Symbol text(const std::string& payload, QRecLevel level) {
  return Symbol(QRcode_encodeData(static_cast<int>(payload.size()),
                                  reinterpret_cast<const unsigned char*>(payload.data()), 0,
                                  level));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  const auto write = [&](const char* name, const Symbol& symbol, int module_px) {
    std::ofstream(folder / name, std::ios::binary) << bytes_of(symbol, module_px);
  };
  write("short", text("36", QR_ECLEVEL_L), 4);
  write("small_modules", text("https://example.org/?uniscid=", QR_ECLEVEL_M), 2);
  write("gbk", text("\xD3\xAA\xD2\xB5\xD6\xB4\xD5\xD5", QR_ECLEVEL_Q), 3);
  write("no_encoding", text("\x81\x30\xFF\x80", QR_ECLEVEL_H), 5);
  write("version_10", text(std::string(200, 'A'), QR_ECLEVEL_L), 3);
  return 0;
}
