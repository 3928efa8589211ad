#include "service/server/site.hpp"

#include "service/crypto/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace vermilion::service::server {
namespace {

namespace fs = std::filesystem;

struct Type {
  std::string_view ending;
  std::string_view name;
};

// What the build writes; anything else is no part of a site.
constexpr std::array kTypes{Type{".html", "text/html; charset=utf-8"},
                            Type{".js", "text/javascript; charset=utf-8"},
                            Type{".css", "text/css; charset=utf-8"},
                            Type{".svg", "image/svg+xml"},
                            Type{".png", "image/png"},
                            Type{".jpg", "image/jpeg"},
                            Type{".ico", "image/x-icon"},
                            Type{".woff2", "font/woff2"},
                            Type{".json", "application/json"},
                            Type{".webmanifest", "application/manifest+json"},
                            Type{".txt", "text/plain; charset=utf-8"}};

// Scripts and styles are files of ours, none stands within a page. Pictures may be made by a script
// (a captcha comes as data, a scan is shown before it is sent).
// What the maker of keys runs on the applicant's own computer may be asked besides us: only it can see
// a key. It is a page's own policy that says which page does.
constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " font-src 'self'; connect-src 'self' http://127.0.0.1:18210; manifest-src 'self';"
    " base-uri 'none';"
    " form-action 'self'; frame-ancestors 'none'";
constexpr std::string_view kPermissions =
    "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

constexpr std::string_view kHashed = "/assets/";
// Addresses within a page begin with this; the first that fits.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPages{
    {{"/m", "/m/index.html"}, {"/desk", "/desk/index.html"}, {"", "/index.html"}}};
// What is answered by the program itself or by nobody.
constexpr std::array<std::string_view, 2> kNoPages{"/api/", "/callbacks/"};

std::string_view type_of(const fs::path& file) {
  const auto ending = file.extension().string();
  const auto found = std::ranges::find(kTypes, std::string_view(ending), &Type::ending);
  return found == kTypes.end() ? std::string_view() : found->name;
}

bool is_hidden(const fs::path& path) {
  return std::ranges::any_of(path,
                             [](const fs::path& part) { return part.string().starts_with('.'); });
}

bool lies_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace

tl::expected<Site, std::string> Site::read(const fs::path& folder) {
  Site site;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    const fs::path path = entry.path().lexically_relative(folder);
    const auto type = type_of(path);
    if (!entry.is_regular_file() || entry.is_symlink() || is_hidden(path) || type.empty()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    File file{.type = type, .bytes = {std::istreambuf_iterator<char>(in), {}}};
    if (!in) return tl::unexpected(fmt::format("{}: cannot be read", entry.path().string()));
    const std::string name = "/" + path.generic_string();
    file.tag = fmt::format("\"{}\"", crypto::hex(crypto::sha256(file.bytes)).substr(0, 32));
    file.is_page = name.ends_with(".html");
    file.never_changes = name.starts_with(kHashed);
    site.files_.emplace(name, std::move(file));
  }
  if (error) return tl::unexpected(fmt::format("{}: {}", folder.string(), error.message()));
  if (!site.files_.contains("/index.html")) {
    return tl::unexpected(
        fmt::format("{}: holds no index.html; build the site first", folder.string()));
  }
  return site;
}

const Site::File* Site::find(std::string_view path) const {
  const auto found = files_.find(path);
  if (found != files_.end()) return &found->second;
  const bool is_file = path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
  if (is_file || std::ranges::any_of(kNoPages, [&](auto no) { return path.starts_with(no); })) {
    return nullptr;
  }
  for (const auto& [within, page] : kPages) {
    if (!lies_in(path, within)) continue;
    const auto there = files_.find(page);
    if (there != files_.end()) return &there->second;
  }
  return nullptr;
}

http::Answer Site::answer(std::string_view path, std::string_view if_none_match) const {
  const File* file = find(path);
  if (file == nullptr) return {.status = 404, .headers = {}, .body = {}};
  http::Answer answer{.status = 200, .headers = {}, .body = {}};
  answer.headers = {
      {"Cache-Control", file->never_changes ? "public, max-age=31536000, immutable" : "no-cache"},
      {"ETag", file->tag}};
  if (if_none_match == file->tag) {
    answer.status = 304;
    return answer;
  }
  answer.headers.push_back({"Content-Type", std::string(file->type)});
  if (file->is_page) {
    answer.headers.push_back({"Content-Security-Policy", std::string(kPolicy)});
    answer.headers.push_back({"Permissions-Policy", std::string(kPermissions)});
    answer.headers.push_back({"Referrer-Policy", "same-origin"});
    answer.headers.push_back({"Cross-Origin-Opener-Policy", "same-origin"});
    answer.headers.push_back({"X-Frame-Options", "DENY"});
  }
  answer.body = file->bytes;
  return answer;
}

}  // namespace vermilion::service::server
