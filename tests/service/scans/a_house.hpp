#pragma once

#include "service/effects/runner.hpp"
#include "service/projects/kept.hpp"
#include "service/scans/failure.hpp"
#include "service/scans/house.hpp"
#include "service/scans/scan.hpp"
#include "service/store/blobs/folder_shelf.hpp"
#include "tests/service/store/a_database.hpp"
#include "tests/support/temporary_folder.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

// An installation as far as scans need one: database, blobs, the shipped rules, and a worker that
// says of a scan what the test wants.
namespace vermilion::tests {

inline constexpr const char* kOrganisation = "91110000600037341L";
inline constexpr const char* kApplicant = "seat-1";
inline constexpr const char* kReviewer = "reviewer-1";

// A file of a kind by its first bytes, different for each `text`.
std::string a_jpeg(std::string_view text = "");
std::string a_bmp(std::string_view text = "");

class AHouse {
 public:
  explicit AHouse(Backend backend);

  // A draft of an order for a project that verifies nobody, its form filled in.
  workflow::Order begin(const std::string& id = "O1");
  workflow::Order order(const std::string& id = "O1");
  // Says it; a refusal is a failed test.
  void say(const std::string& order, workflow::Role role, const std::string& who,
           workflow::Body body);
  void fill_form(const std::string& order, const std::string& agent);

  service::scans::Result<service::scans::Scan> upload(const std::string& bytes,
                                                      const std::string& slot = "licence",
                                                      const std::string& order = "O1");
  // Everything that is due in the house; how many jobs.
  int work();
  std::vector<service::store::jobs::Job> jobs_in(const std::string& state);

  std::size_t blobs_kept() const;
  std::int64_t rows(const std::string& table);

  std::shared_ptr<std::atomic<std::int64_t>> now_ms;
  TemporaryFolder folder;
  std::unique_ptr<ADatabase> database_place;
  Database database;
  std::unique_ptr<service::projects::Kept> kept;
  service::store::orders::Orders orders;
  service::store::blobs::Disk disk;
  service::store::blobs::FolderShelf shelf;
  service::store::blobs::Blobs blobs;
  service::scans::House house;
  service::store::jobs::Jobs jobs;
  service::effects::World world;

  // What the worker says; by default a readable page with nothing on it.
  std::function<pipeline::Report(std::span<const std::byte> bytes)> says;
  std::atomic<int> looks{0};
  std::atomic<int> drawings{0};

 private:
  int said_ = 0;
};

const service::scans::Scan& the(const service::scans::Result<service::scans::Scan>& scan);

}  // namespace vermilion::tests
