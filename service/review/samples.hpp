#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace vermilion::service::review {

// Which of the documents that the machine accepted a person looks at all the same: a share of all,
// drawn by a keyed hash of the scan. The same scan is drawn again or not at all, whoever asks and
// however often it is handed in; who does not hold the key cannot tell which is, so nobody can try
// scans until one passes unseen.
class Samples {
 public:
  // `per_thousand` of them; `key` any bytes, the same on all machines.
  Samples(int per_thousand, std::string key) : per_thousand_(per_thousand), key_(std::move(key)) {}

  [[nodiscard]] bool drawn(std::string_view sha256) const;

 private:
  int per_thousand_;
  std::string key_;
};

}  // namespace vermilion::service::review
