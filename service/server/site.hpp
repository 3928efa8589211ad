#pragma once

#include "service/http/message.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace vermilion::service::server {

// The pages, read once when the server starts: what is not there then is never answered, whatever
// becomes of the folder.
class Site {
 public:
  // `index.html`, `m/index.html`, `desk/index.html`, and under `assets/` files whose names hold a
  // digest of what is in them. Names that begin with a dot are left out. Else why it is no site.
  [[nodiscard]] static tl::expected<Site, std::string> read(const std::filesystem::path& folder);

  // What stands at a path; a page for addresses within it ("/orders/O1", "/desk/queue"), which its
  // script understands. 304 where `if_none_match` names what there is, 404 for nothing.
  [[nodiscard]] http::Answer answer(std::string_view path, std::string_view if_none_match) const;

  std::size_t files() const { return files_.size(); }

 private:
  struct File {
    std::string_view type;
    std::string bytes;
    std::string tag;
    bool is_page = false;
    bool never_changes = false;  // its name does
  };

  const File* find(std::string_view path) const;

  std::map<std::string, File, std::less<>> files_;  // by path: "/assets/main-B3c.js"
};

}  // namespace vermilion::service::server
