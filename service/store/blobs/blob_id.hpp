#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace vermilion::service::store::blobs {

// The name of a blob is what it holds: its SHA-256, in lower-case hexadecimal.
class BlobId {
 public:
  [[nodiscard]] static BlobId of(std::string_view bytes);
  // Nothing if `text` is not 64 lower-case hexadecimal digits.
  [[nodiscard]] static std::optional<BlobId> parse(std::string_view text);

  const std::string& text() const { return text_; }

  friend bool operator==(const BlobId&, const BlobId&) = default;
  friend auto operator<=>(const BlobId&, const BlobId&) = default;

 private:
  explicit BlobId(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace vermilion::service::store::blobs
