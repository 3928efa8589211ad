#pragma once

#include "service/settings/settings.hpp"
#include "service/simulator/key_service.hpp"
#include "service/simulator/sides.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace vermilion::service::demo {

struct Ports {
  std::uint16_t site = 8080;
  std::uint16_t partners = 8077;
  std::uint16_t keys = simulator::kKeyServicePort;
};

// What a demonstration lives on: keys of every kind, an authority, partners as they are played.
struct Folder {
  settings::Said said;  // settings of the server, as if typed
  simulator::Sides sides;
  bool is_new = false;  // nobody has been here: there is nothing in it yet
};

// Makes it where there is none; goes on with what is there. Keys of partners are made anew each
// time, they know nobody else.
[[nodiscard]] tl::expected<Folder, std::string> open_folder(const std::filesystem::path& folder,
                                                            const Ports& ports);

}  // namespace vermilion::service::demo
