#include "service/transport/address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace vermilion::service::transport {
namespace {

struct Block4 {
  std::uint32_t base;
  int bits;
};

// RFC 6890 and its successors; what is not forwarded, or not by everybody.
constexpr std::array kSpecial4{
    Block4{0x00000000, 8},   // this network
    Block4{0x0A000000, 8},   // private
    Block4{0x64400000, 10},  // carriers' own (RFC 6598); cloud metadata of some
    Block4{0x7F000000, 8},   // loopback
    Block4{0xA9FE0000, 16},  // link-local; cloud metadata of most
    Block4{0xAC100000, 12},  // private
    Block4{0xC0000000, 24},  // protocol assignments
    Block4{0xC0000200, 24},  // documentation
    Block4{0xC0586300, 24},  // 6to4 relays
    Block4{0xC0A80000, 16},  // private
    Block4{0xC6120000, 15},  // benchmarks
    Block4{0xC6336400, 24},  // documentation
    Block4{0xCB007100, 24},  // documentation
    Block4{0xE0000000, 3},   // groups, reserved, broadcast
};

bool is_public4(std::span<const std::byte> bytes) {
  std::uint32_t address = 0;
  for (const std::byte byte : bytes) address = address << 8U | std::to_integer<std::uint32_t>(byte);
  return std::ranges::none_of(kSpecial4, [&](const Block4& block) {
    return (address ^ block.base) >> (32 - block.bits) == 0;
  });
}

unsigned at(std::span<const std::byte> bytes, std::size_t index) {
  return std::to_integer<unsigned>(bytes[index]);
}

// Global unicast is 2000::/3; of it not 2001::/23 (Teredo and other protocols), 2001:db8::/32 and
// 3fff::/20 (documentation), 2002::/16 (6to4, which hides an address of version 4).
bool is_public6(std::span<const std::byte> bytes) {
  const unsigned first = at(bytes, 0) << 8U | at(bytes, 1);
  const unsigned second = at(bytes, 2) << 8U | at(bytes, 3);
  if ((first & 0xE000U) != 0x2000U) return false;
  if (first == 0x2001U && (second < 0x0200U || second == 0x0DB8U)) return false;
  if (first == 0x3FFFU && second < 0x1000U) return false;
  return first != 0x2002U;
}

}  // namespace

bool is_public(std::span<const std::byte> address) {
  if (address.size() == 4) return is_public4(address);
  return address.size() == 16 && is_public6(address);
}

}  // namespace vermilion::service::transport
