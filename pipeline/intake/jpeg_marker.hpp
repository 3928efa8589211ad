#pragma once

#include <cstdint>
#include <string>

// The codes that follow FF in a JPEG: ITU-T T.81, table B.1.
namespace vermilion::pipeline::intake::jpeg_marker {

inline constexpr std::uint8_t kTem = 0x01;
inline constexpr std::uint8_t kSof0 = 0xC0;  // baseline
inline constexpr std::uint8_t kSof1 = 0xC1;  // extended sequential
inline constexpr std::uint8_t kSof2 = 0xC2;  // progressive
inline constexpr std::uint8_t kDht = 0xC4;
inline constexpr std::uint8_t kSof9 = 0xC9;  // the first with arithmetic coding
inline constexpr std::uint8_t kDac = 0xCC;
inline constexpr std::uint8_t kSof15 = 0xCF;
inline constexpr std::uint8_t kRst0 = 0xD0;
inline constexpr std::uint8_t kRst7 = 0xD7;
inline constexpr std::uint8_t kSoi = 0xD8;
inline constexpr std::uint8_t kEoi = 0xD9;
inline constexpr std::uint8_t kSos = 0xDA;
inline constexpr std::uint8_t kDqt = 0xDB;
inline constexpr std::uint8_t kDri = 0xDD;
inline constexpr std::uint8_t kDhp = 0xDE;  // the frame of a hierarchical file
inline constexpr std::uint8_t kApp0 = 0xE0;
inline constexpr std::uint8_t kApp1 = 0xE1;
inline constexpr std::uint8_t kApp15 = 0xEF;
inline constexpr std::uint8_t kCom = 0xFE;

// "APP1", "SOF0"; "FF6C" for what the standard does not name.
std::string name(std::uint8_t code);

constexpr bool is_restart(std::uint8_t code) {
  return code >= kRst0 && code <= kRst7;
}

// Has no length and no payload.
constexpr bool stands_alone(std::uint8_t code) {
  return code == kTem || is_restart(code);
}

// Begins a frame: DHT and DAC lie among those that do.
constexpr bool is_frame(std::uint8_t code) {
  return code >= kSof0 && code <= kSof15 && code != kDht && code != kDac;
}

// Of a kind that is decoded: Huffman coding, sequential or progressive.
constexpr bool is_read(std::uint8_t frame) {
  return frame == kSof0 || frame == kSof1 || frame == kSof2;
}

// What is special about a frame that is not.
std::string variant(std::uint8_t frame);

}  // namespace vermilion::pipeline::intake::jpeg_marker
