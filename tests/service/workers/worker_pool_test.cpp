#include "service/workers/worker_pool.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "pipeline/intake/intake.hpp"
#include "rules/general.hpp"
#include "rules/judge.hpp"
#include "rules/report_json.hpp"
#include "service/workers/sandbox/sanitized.hpp"
#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

namespace vermilion::service::workers {
namespace {

using namespace std::chrono_literals;

class Workers : public testing::Test {
 protected:
  static PoolSettings settings() {
    return {.zygote = {.program = VERMILION_PROGRAM, .models = VERMILION_SOURCE_DIR "/models"},
            .least = sandbox::kSanitized ? sandbox::Layers() : sandbox::kLeast};
  }
  auto start(PoolSettings settings) {
    return WorkerPool::start(std::move(settings), pipeline::check_descriptions(),
                             [this](std::string_view line) {
                               const std::scoped_lock lock(mutex_);
                               log_ += std::string(line) + '\n';
                             });
  }
  static pipeline::Plan plan() { return rules::general_plan(pipeline::check_descriptions()); }
  static const std::vector<std::byte>& scan() {
    return tests::a_sample(tests::a_stamped_copy()).bytes;
  }
  static std::string document_of(const pipeline::Report& report) {
    return rules::to_json(report, rules::judge(report, {}), false).dump();
  }

  std::mutex mutex_;
  std::string log_;
};

TEST_F(Workers, SeesWhatAnInspectorSees) {
  const auto pool = start(settings());
  ASSERT_TRUE(pool) << pool.error();
  const auto report = (*pool)->inspect(scan(), "scan.jpg", plan());
  EXPECT_EQ(document_of(report),
            document_of(tests::inspector().inspect(scan(), "scan.jpg", plan())));
  EXPECT_FALSE(report.costs.empty());
}

TEST_F(Workers, DrawsAScanAnew) {
  const auto pool = start(settings());
  ASSERT_TRUE(pool) << pool.error();
  const auto picture = (*pool)->redraw(scan(), {.turned_deg = 90, .width = 400});
  ASSERT_TRUE(picture) << picture.error();
  const auto bytes = std::as_bytes(std::span(*picture));
  const auto header = pipeline::intake::examine(bytes, "picture.jpg", bytes.size()).header;
  ASSERT_TRUE(header);
  EXPECT_EQ(header->width, 400);
  EXPECT_GT(header->height, 400);  // the sample lies
  EXPECT_EQ((*pool)->redraw(scan(), {.turned_deg = 90, .width = 400}), picture);
}

TEST_F(Workers, WhatCannotBeDrawnCostsAWorkerAndNoMore) {
  const auto pool = start(settings());
  ASSERT_TRUE(pool) << pool.error();
  const std::vector<std::byte> cut(scan().begin(), scan().begin() + 2000);
  EXPECT_FALSE((*pool)->redraw(cut, {}));
  EXPECT_EQ((*pool)->counts().lost, 1u);
  EXPECT_TRUE((*pool)->redraw(scan(), {.turned_deg = 0, .width = 100}));
}

TEST_F(Workers, SaysWhatConfinesItsWorkers) {
  if (sandbox::kSanitized) GTEST_SKIP() << "a build with sanitizers goes without some layers";
  const auto pool = start(settings());
  ASSERT_TRUE(pool) << pool.error();
  EXPECT_TRUE((*pool)->layers().lacking(sandbox::kLeast).none());
  EXPECT_THAT(log_, testing::HasSubstr("workers are confined by: limits, no_privileges"));
}

TEST_F(Workers, OfMissingModelsDoesNotStart) {
  auto without = settings();
  without.zygote.models = "/nowhere";
  const auto pool = start(without);
  ASSERT_FALSE(pool);
  EXPECT_THAT(pool.error(), testing::HasSubstr("/nowhere"));
}

TEST_F(Workers, OfAProgramThatIsNotThereDoesNotStart) {
  auto without = settings();
  without.zygote.program = "/nowhere/vermilion";
  EXPECT_FALSE(start(without));
}

TEST_F(Workers, GivesUpOnAScanThatTakesItsTimeTwice) {
  auto hasty = settings();
  hasty.budget = {.cpu = 0ms, .wall = 1ms};
  const auto pool = start(hasty);
  ASSERT_TRUE(pool) << pool.error();
  const auto report = (*pool)->inspect(scan(), "scan.jpg", plan());
  EXPECT_FALSE(report.readable);
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].code, pipeline::FindingCode::ImgCorrupt);
  EXPECT_EQ(report.bytes, scan().size());
  EXPECT_EQ(report.sha256.size(), 64u);
  EXPECT_EQ((*pool)->counts().lost, 2u);
  EXPECT_EQ((*pool)->counts().unreadable, 1u);
  EXPECT_THAT(log_, testing::HasSubstr("longer than it may"));
}

TEST_F(Workers, GivesUpOnAScanThatTakesTooMuchMemory) {
  if (sandbox::kSanitized) GTEST_SKIP() << "a build with sanitizers goes without limits";
  auto narrow = settings();
  narrow.zygote.memory_bytes = 4'000'000;
  const auto pool = start(narrow);
  ASSERT_TRUE(pool) << pool.error();
  EXPECT_FALSE((*pool)->inspect(scan(), "scan.jpg", plan()).readable);
  EXPECT_EQ((*pool)->counts().lost, 2u);
}

TEST_F(Workers, ReplacesTiredWorkers) {
  auto tiring = settings();
  tiring.scans_each = 2;
  const auto pool = start(tiring);
  ASSERT_TRUE(pool) << pool.error();
  const std::string expected = document_of((*pool)->inspect(scan(), "scan.jpg", plan()));
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(document_of((*pool)->inspect(scan(), "scan.jpg", plan())), expected);
  }
  EXPECT_EQ((*pool)->counts().forked, 3u);
  EXPECT_EQ((*pool)->counts().lost, 0u);
}

pid_t parent_of(pid_t pid) {
  std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
  std::string word;
  pid_t parent = 0;
  stat >> word >> word >> word >> parent;
  return stat ? parent : 0;
}

// Every process whose parent's parent is this one: what the zygote forked.
std::vector<pid_t> workers_alive() {
  std::vector<pid_t> alive;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const pid_t pid = std::atoi(entry.path().filename().c_str());
    if (pid > 0 && parent_of(pid) > 0 && parent_of(parent_of(pid)) == getpid())
      alive.push_back(pid);
  }
  return alive;
}

TEST_F(Workers, LosesNoScanWhileItsWorkersAreKilled) {
  const auto pool = start(settings());
  ASSERT_TRUE(pool) << pool.error();
  const std::string expected = document_of((*pool)->inspect(scan(), "scan.jpg", plan()));
  std::vector<std::thread> askers;
  std::atomic<int> wrong = 0;
  for (int asker = 0; asker < 2; ++asker) {
    askers.emplace_back([&] {
      for (int i = 0; i < 10; ++i) {
        const auto report = (*pool)->inspect(scan(), "scan.jpg", plan());
        // Killed twice in a row it may be given up on, as it should be; never told otherwise.
        if (report.readable ? document_of(report) != expected : report.findings.size() != 1)
          ++wrong;
      }
    });
  }
  for (int kills = 0; kills < 5; ++kills) {
    std::this_thread::sleep_for(30ms);
    for (const pid_t pid : workers_alive()) kill(pid, SIGKILL);
  }
  for (std::thread& asker : askers) asker.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ((*pool)->counts().inspected, 21u);
  EXPECT_GT((*pool)->counts().lost, 0u);
}

TEST_F(Workers, GetAnotherZygoteWhereTheirsHasEndedOrHangs) {
  for (const int harm : {SIGKILL, SIGSTOP}) {
    const auto pool = start(settings());
    ASSERT_TRUE(pool) << pool.error();
    ASSERT_EQ(workers_alive().size(), 1u);
    const pid_t worker = workers_alive().front();
    kill(parent_of(worker), harm);
    kill(worker, SIGKILL);
    EXPECT_TRUE((*pool)->inspect(scan(), "scan.jpg", plan()).readable) << strsignal(harm);
    EXPECT_EQ((*pool)->counts().unreadable, 0u);
  }
}

TEST_F(Workers, LeavesNobodyBehind) {
  {
    const auto pool = start(settings());
    ASSERT_TRUE(pool) << pool.error();
    EXPECT_EQ(workers_alive().size(), 1u);
  }
  EXPECT_TRUE(workers_alive().empty());
}

}  // namespace
}  // namespace vermilion::service::workers
