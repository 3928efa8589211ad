#pragma once

#include "service/store/ledger/ledger.hpp"
#include "service/store/ledger/signing.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// The second place: a file, best on another disk, that remembers where the ledger ended. Whoever
// owns the database can rewrite a whole ledger with all its hashes, cut off its end, or put back
// last week's copy; he cannot do it so that these marks still fit.
namespace vermilion::service::store::ledger {

struct Mark {
  Head head;
  std::int64_t at_s = 0;
  std::string signature;

  friend bool operator==(const Mark&, const Mark&) = default;
};

[[nodiscard]] bool is_signed(const Mark& mark, std::string_view public_key);

// How much may happen until a mark stays for good. Each head is written at once, in place of the
// last, and survives the death of this process; a mark that stays is also forced to the disk, and
// survives a power failure.
struct Pace {
  std::uint64_t entries = 100;
  std::chrono::seconds time{60};
};

// Several processes may keep one file. Marks are of one length, so that one can be written in place
// of another.
class Marks {
 public:
  Marks(std::filesystem::path file, Signer signer, Pace pace = {})
      : file_(std::move(file)), signer_(std::move(signer)), pace_(pace) {}

  // After a commit. A head older than the last one written is left out.
  [[nodiscard]] database::Result<void> note(const Head& head, std::int64_t at_s) const;
  // Forces what was noted to the disk: when nothing has been noted for a while, and at the end.
  [[nodiscard]] database::Result<void> settle() const;

  const std::filesystem::path& file() const { return file_; }
  const std::string& public_key() const { return signer_.public_key(); }

 private:
  std::filesystem::path file_;
  Signer signer_;
  Pace pace_;
};

// The marks of a file in the order they were written, those that no longer can be read as marks
// without signature. No file: no marks. A record cut short by a power failure at the very end is
// left out.
[[nodiscard]] database::Result<std::vector<Mark>> read_marks(const std::filesystem::path& file);

}  // namespace vermilion::service::store::ledger
