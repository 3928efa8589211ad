#include "bench/evaluate/peers.hpp"

#include "bench/speed/child.hpp"
#include "pipeline/credit_code/code_in_text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>

namespace vermilion::evaluate {
namespace {

using Texts = std::vector<std::string>;
using Command = std::vector<std::string>;

// Text:       "…"
// Bytes:      …
Texts texts_of_zxing(const std::string& output) {
  Texts texts;
  for (std::size_t at = 0; (at = output.find("Text: ", at)) != std::string::npos;) {
    const std::size_t begin = output.find('"', at);
    const std::size_t end = output.find("\"\nBytes:", begin);
    if (end == std::string::npos) break;
    texts.push_back(output.substr(begin + 1, end - begin - 1));
    at = end;
  }
  return texts;
}

// The payloads alone, a line feed after each; one with line feeds of its own cannot be told from
// several, so they stay together.
Texts texts_of_zbar(const std::string& output) {
  if (output.empty()) return {};
  return {output.substr(0, output.find_last_not_of('\n') + 1)};
}

Texts texts_of_tesseract(const std::string& output) {
  std::string dense = output;
  std::erase(dense, ' ');
  return {output, std::move(dense)};
}

constexpr std::array kPeers{
    Peer{{"zxing", "ZXingReader",
          [](const std::string& file) {
            return Command{"ZXingReader", "-format", "QRCode", file};
          },
          [] { return speed::run({"ZXingReader"}).has_value(); }},
         false,
         texts_of_zxing},
    Peer{{"zbar", "zbarimg",
          [](const std::string& file) {
            return Command{"zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", file};
          },
          [] {
            return speed::run({"zbarimg", "--version"}).has_value();
          }},
         false,
         texts_of_zbar},
    Peer{{"tesseract_sparse", "tesseract eng, sparse text",
          [](const std::string& file) {
            return Command{"tesseract", file, "-", "-l", "eng", "--psm", "11"};
          },
          [] { return speed::tesseract_knows("eng"); }},
         true,
         texts_of_tesseract},
    Peer{{"tesseract_page", "tesseract chi_sim, page",
          [](const std::string& file) {
            return Command{"tesseract", file, "-", "-l", "chi_sim"};
          },
          [] { return speed::tesseract_knows("chi_sim"); }},
         true,
         texts_of_tesseract},
};

std::vector<Reading> readings_of(const Peer& peer, const std::vector<Inspected>& images) {
  std::vector<Reading> readings;
  for (const Inspected& one : images) {
    const auto ran = speed::run(peer.tool.command(one.image->path.string()));
    if (!ran) throw std::runtime_error(std::string(peer.tool.name) + " has gone");
    readings.push_back(reading_of(peer, ran->output));
    readings.back().cpu_ms = ran->cpu_ms;
  }
  return readings;
}

}  // namespace

std::span<const Peer> peers() {
  return kPeers;
}

Reading reading_of(const Peer& peer, const std::string& output) {
  Reading reading{.from_print = peer.reads_print};
  Texts texts = peer.texts(output);
  for (const std::string& text : texts) {
    if (!reading.code) reading.code = pipeline::credit_code::code_in(text);
  }
  if (!peer.reads_print) reading.symbols = std::move(texts);
  return reading;
}

std::optional<Readings> readings_of(const Peer& peer, Inspections& images) {
  if (!peer.tool.installed()) return std::nullopt;
  speed::one_thread_for_tesseract();
  Readings readings{
      readings_of(peer, images.of(kLicences)), readings_of(peer, images.of(kLicencesNoCode)), {}};
  if (!peer.reads_print) readings.symbols = readings_of(peer, images.of(kSymbols));
  return readings;
}

}  // namespace vermilion::evaluate
