#include "service/scans/picture.hpp"

#include "service/scans/plain_jpeg.hpp"
#include "service/scans/report.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <span>
#include <utility>

namespace vermilion::service::scans {
namespace {

using store::database::Transaction;

std::span<const std::byte> bytes_of(const std::string& text) {
  return std::as_bytes(std::span(text));
}

// As one of the widths that are kept; 0: as it is.
int rounded_up(int width) {
  const auto* wide = std::ranges::lower_bound(kWidths, width);
  return width <= 0 || wide == kWidths.end() ? 0 : *wide;
}

class Picturing {
 public:
  Picturing(House& house, const Scan& scan, int width)
      : house_(house), scan_(scan), drawing_{.turned_deg = 0, .width = rounded_up(width)} {}

  Result<std::string> picture() {
    const auto turned = turn_upright();
    if (!turned) return tl::make_unexpected(turned.error());
    auto kept = kept_picture();
    if (!kept) return tl::make_unexpected(kept.error());
    if (*kept) return **std::move(kept);
    return drawn();
  }

 private:
  // What no decoder could read is not given to one again.
  Result<void> turn_upright() {
    const auto seen = house_.orders.database().read(
        [&](Transaction& reading) { return find_seen(reading, scan_); });
    if (!seen) return failed(seen.error());
    if (!*seen) return {};
    const auto report = kept_report(house_, **seen);
    if (!report) return tl::make_unexpected(report.error());
    if (!report->report.image) return failed(Fault::Unshowable, "nobody could read the scan");
    drawing_.turned_deg = report->report.image->rotation_deg;
    return {};
  }

  Result<std::optional<std::string>> kept_picture() const {
    const auto row = house_.orders.database().read([&](Transaction& reading) {
      return reading.row<std::string>(
          "SELECT picture_sha256 FROM pictures WHERE scan_sha256 = $1 AND turned_deg = $2 "
          "AND width = $3",
          {scan_.sha256, drawing_.turned_deg, drawing_.width});
    });
    if (!row) return failed(row.error());
    if (!*row) return std::nullopt;
    auto bytes = house_.blobs.get(*store::blobs::BlobId::parse(std::get<0>(**row)));
    if (!bytes) return failed(bytes.error());
    return *std::move(bytes);
  }

  Result<std::string> drawn() {
    const auto bytes = house_.blobs.get(*store::blobs::BlobId::parse(scan_.sha256));
    if (!bytes) return failed(bytes.error());
    auto picture = redrawn(*bytes);
    if (!picture) return picture;
    // The worker has seen a stranger's bytes: what it says is a picture is looked at.
    if (!is_plain_jpeg(*picture)) return failed(Fault::Unshowable, "the drawing is no picture");
    return keep(*std::move(picture));
  }

  Result<std::string> redrawn(const std::string& bytes) try {
    auto picture = house_.redraw(bytes_of(bytes), drawing_);
    if (!picture) return failed(Fault::Unshowable, picture.error());
    return *std::move(picture);
  } catch (const std::exception& error) {
    return failed(Fault::Busy, error.what());
  }

  Result<std::string> keep(std::string picture) {
    const auto id = house_.blobs.put(picture);
    if (!id) return failed(id.error());
    const auto done = house_.orders.database().transact([&](Transaction& writing) {
      writing.run(
          "INSERT INTO pictures (scan_sha256, turned_deg, width, picture_sha256) "
          "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
          {scan_.sha256, drawing_.turned_deg, drawing_.width, id->text()});
    });
    if (!done) return failed(done.error());
    return picture;
  }

  House& house_;
  const Scan& scan_;
  workers::Drawing drawing_;
};

}  // namespace

Result<std::string> picture(House& house, const Scan& scan, int width) {
  return Picturing(house, scan, width).picture();
}

}  // namespace vermilion::service::scans
