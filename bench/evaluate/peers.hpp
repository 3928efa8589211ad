#pragma once

#include "bench/evaluate/readings.hpp"
#include "bench/speed/today.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

// The programs Debian has for the same work, given the same images.
namespace vermilion::evaluate {

struct Peer {
  speed::Tool tool;
  bool reads_print;  // else QR symbols
  // What it wrote about one image, taken apart: the text of each symbol, or the lines of a page
  // once as they are and once without the blanks between characters.
  std::vector<std::string> (*texts)(const std::string& output);
};

// ZXingReader, zbarimg, and Tesseract in two ways.
std::span<const Peer> peers();

// What a peer's output about an image says. A credit code is a run of exactly eighteen characters
// that passes both check digits, looked for as the pipeline looks for it in the text of a symbol.
Reading reading_of(const Peer& peer, const std::string& output);

// The peer started once for each image. Those that read print are not asked about images of
// symbols. Nothing where the peer is not installed.
std::optional<Readings> readings_of(const Peer& peer, Inspections& images);

}  // namespace vermilion::evaluate
