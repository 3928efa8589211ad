#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <system_error>

namespace vermilion::service::store::blobs {

// An open file or folder, closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  Descriptor& operator=(Descriptor&&) = delete;

  int get() const { return fd_; }

 private:
  int fd_;
};

template <class T>
using DiskResult = tl::expected<T, std::error_code>;

// The calls a durable write is made of, as the operating system offers them; tests let each of them
// fail in its turn.
class Disk {
 public:
  virtual ~Disk() = default;

  virtual DiskResult<Descriptor> create(const std::string& file);  // which must not be there
  virtual DiskResult<Descriptor> open_folder(const std::string& folder);
  virtual DiskResult<Descriptor> open_to_overwrite(const std::string& file);
  virtual DiskResult<void> make_folder(const std::string& folder);  // may be there already
  virtual DiskResult<void> lock(const Descriptor& open);            // until it is closed
  virtual DiskResult<void> write(const Descriptor& open, std::string_view bytes);
  virtual DiskResult<void> sync(const Descriptor& open);
  virtual DiskResult<void> rename(const std::string& from, const std::string& to);
  virtual DiskResult<void> remove(const std::string& file);  // may be gone already
  virtual DiskResult<std::string> read(const std::string& file);
};

}  // namespace vermilion::service::store::blobs
