#include "service/store/ledger/marks.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace vermilion::service::store::ledger {
namespace {

using database::Error;
using database::ErrorKind;
using database::Result;

// number, time, hash, signature, and what stands between them
constexpr std::size_t kNumber = 20;
constexpr std::size_t kHash = 64;
constexpr std::size_t kSignature = 128;
constexpr std::size_t kRecord = 2 * kNumber + kHash + kSignature + 4;

std::string signed_text(const Mark& mark) {
  return fmt::format("head of the ledger {} {} {}", mark.head.number, mark.at_s, mark.head.hash);
}

std::string record_of(const Mark& mark) {
  return fmt::format("{:020} {:020} {:64} {:128}\n", mark.head.number, mark.at_s, mark.head.hash,
                     mark.signature);
}

Mark mark_of(const std::string& record) {
  std::istringstream in(record);
  Mark mark;
  in >> mark.head.number >> mark.at_s >> mark.head.hash >> mark.signature;
  if (!in || record_of(mark) != record) mark.signature.clear();
  return mark;
}

// A file of records, held against other processes for as long as the scope lasts.
class Records {
 public:
  explicit Records(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640)) {
    if (good()) ::flock(descriptor_, LOCK_EX);
  }
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;
  ~Records() {
    if (good()) ::close(descriptor_);
  }

  bool good() const { return descriptor_ >= 0; }
  std::size_t count() const {
    struct stat status {};
    return ::fstat(descriptor_, &status) == 0 ? static_cast<std::size_t>(status.st_size) / kRecord
                                              : 0;
  }
  std::optional<Mark> at(std::size_t index) const {
    std::string record(kRecord, '\0');
    const auto read = ::pread(descriptor_, record.data(), kRecord, offset(index));
    if (read != static_cast<ssize_t>(kRecord)) return std::nullopt;
    return mark_of(record);
  }
  bool write(std::size_t index, const Mark& mark) const {
    const std::string record = record_of(mark);
    return ::pwrite(descriptor_, record.data(), kRecord, offset(index)) ==
           static_cast<ssize_t>(kRecord);
  }
  bool force() const { return ::fdatasync(descriptor_) == 0; }

 private:
  static off_t offset(std::size_t index) { return static_cast<off_t>(index * kRecord); }

  int descriptor_;
};

Error cannot(const char* what, const std::filesystem::path& file) {
  return {ErrorKind::Down,
          fmt::format("cannot {} the marks in {}: {}", what, file.string(), std::strerror(errno)),
          {}};
}

// The last mark stays when it is far enough from the one before it.
bool stays(const Mark& last, const std::optional<Mark>& before, const Pace& pace) {
  if (!before) return true;
  return last.head.number - before->head.number >= pace.entries ||
         last.at_s - before->at_s >= pace.time.count();
}

}  // namespace

bool is_signed(const Mark& mark, std::string_view public_key) {
  return is_signed(signed_text(mark), mark.signature, public_key);
}

Result<void> Marks::note(const Head& head, std::int64_t at_s) const {
  const Records records(file_);
  if (!records.good()) return tl::unexpected(cannot("open", file_));
  const std::size_t count = records.count();
  const auto last = count == 0 ? std::nullopt : records.at(count - 1);
  if (last && last->head.number >= head.number) return {};
  const auto before = count < 2 ? std::nullopt : records.at(count - 2);
  const bool anew = !last || stays(*last, before, pace_);

  Mark mark{head, at_s, {}};
  mark.signature = signer_.sign(signed_text(mark));
  if (!records.write(anew ? count : count - 1, mark)) return tl::unexpected(cannot("write", file_));
  if (anew && !records.force()) return tl::unexpected(cannot("force to the disk", file_));
  return {};
}

Result<void> Marks::settle() const {
  const Records records(file_);
  if (!records.good() || !records.force()) return tl::unexpected(cannot("settle", file_));
  return {};
}

Result<std::vector<Mark>> read_marks(const std::filesystem::path& file) {
  std::vector<Mark> marks;
  if (!std::filesystem::exists(file)) return marks;
  std::ifstream in(file, std::ios::binary);
  if (!in) return tl::unexpected(cannot("read", file));
  std::string record(kRecord, '\0');
  while (in.read(record.data(), kRecord)) marks.push_back(mark_of(record));
  return marks;
}

}  // namespace vermilion::service::store::ledger
