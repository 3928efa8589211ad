#include "service/batch/batch.hpp"

#include "tests/support/outcomes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <random>
#include <stdexcept>
#include <thread>

namespace vermilion::service::batch {
namespace {

// Scans that need no file: every input is the empty device, told apart by how it is written.
std::vector<Input> scans(int count) {
  std::vector<Input> inputs;
  for (int i = 0; i < count; ++i) inputs.push_back({"/dev/" + std::string(i, '/') + "null"});
  return inputs;
}

std::vector<std::string> names_of(const std::vector<Input>& inputs) {
  std::vector<std::string> files;
  for (const Input& input : inputs) files.push_back(input.file);
  return files;
}

// Looks at a scan for up to three milliseconds, so that later ones overtake earlier ones.
pipeline::Report dawdle(std::span<const std::byte>, std::string_view file) {
  thread_local std::minstd_rand random(std::random_device{}());
  std::this_thread::sleep_for(std::chrono::microseconds(random() % 3000));
  return tests::a_readable_report(std::string(file));
}

struct Delivered {
  std::vector<std::string> files;
  cli::ExitCode code = cli::ExitCode::Accepted;
};

Delivered run_batch(
    const std::vector<Input>& inputs, int jobs, const Inspect& inspect,
    const Stop& stop = [] { return false; }) {
  Inspectors inspectors([&] { return inspect; });
  Delivered result;
  run(
      inputs, {.max_bytes = 10}, jobs, inspectors,
      [&](const Outcome& outcome) {
        result.files.push_back(outcome.file);
        result.code = graver(result.code, exit_code(outcome));
      },
      stop);
  return result;
}

class Jobs : public testing::TestWithParam<int> {};

TEST_P(Jobs, OutcomesComeInTheOrderOfTheInputs) {
  const auto inputs = scans(60);
  const Delivered batch = run_batch(inputs, GetParam(), dawdle);
  EXPECT_EQ(batch.files, names_of(inputs));
  EXPECT_EQ(batch.code, cli::ExitCode::Accepted);
}

TEST_P(Jobs, ScanThatThrowsIsReportedAndTheBatchGoesOn) {
  const auto inputs = scans(30);
  const auto inspect = [&](std::span<const std::byte> bytes, std::string_view file) {
    if (file == inputs[7].file || file == inputs[8].file) throw std::runtime_error("broken");
    return dawdle(bytes, file);
  };
  const Delivered batch = run_batch(inputs, GetParam(), inspect);
  EXPECT_EQ(batch.files, names_of(inputs));
  EXPECT_EQ(batch.code, cli::ExitCode::OurFault);
}

TEST_P(Jobs, NeverMoreScansAtATimeThanJobsAndAsManyInspectors) {
  std::atomic<int> made = 0;
  std::atomic<int> busy = 0;
  std::atomic<int> busiest = 0;
  Inspectors inspectors([&]() -> Inspect {
    ++made;
    return [&](std::span<const std::byte> bytes, std::string_view file) {
      const int now = ++busy;
      for (int seen = busiest; seen < now && !busiest.compare_exchange_weak(seen, now);) {
      }
      auto report = dawdle(bytes, file);
      --busy;
      return report;
    };
  });
  run(
      scans(60), {.max_bytes = 10}, GetParam(), inspectors, [](const Outcome&) {},
      [] { return false; });
  EXPECT_LE(busiest, GetParam());
  EXPECT_LE(made, GetParam());
}

TEST_P(Jobs, OutcomesWaitInABoundedQueue) {
  std::atomic<int> begun = 0;
  int delivered = 0;
  Inspectors inspectors([&]() -> Inspect {
    return [&](std::span<const std::byte>, std::string_view file) {
      ++begun;
      return tests::a_readable_report(std::string(file));
    };
  });
  run(
      scans(60), {.max_bytes = 10}, GetParam(), inspectors,
      [&](const Outcome&) {
        std::this_thread::sleep_for(std::chrono::microseconds(500));
        ++delivered;
        EXPECT_LE(begun, delivered + 2 * GetParam());
      },
      [] { return false; });
  EXPECT_EQ(delivered, 60);
}

TEST_P(Jobs, StopFinishesWhatIsBegunAndBeginsNothingNew) {
  const auto inputs = scans(60);
  std::atomic<int> begun = 0;
  const auto inspect = [&](std::span<const std::byte> bytes, std::string_view file) {
    ++begun;
    return dawdle(bytes, file);
  };
  const Delivered batch = run_batch(inputs, GetParam(), inspect, [&] { return begun >= 5; });
  EXPECT_EQ(batch.files.size(), static_cast<std::size_t>(begun));
  EXPECT_GE(begun, 5);
  EXPECT_LE(begun, 5 + 2 * GetParam());
  const auto all = names_of(inputs);
  EXPECT_TRUE(std::equal(batch.files.begin(), batch.files.end(), all.begin()));
}

INSTANTIATE_TEST_SUITE_P(Batch, Jobs, testing::Values(1, 2, 8),
                         [](const auto& jobs) { return std::to_string(jobs.param); });

TEST(Batch, EightJobsRunAtOnceWhateverTheNumberOfCores) {
  std::atomic<int> waiting = 0;
  const auto inspect = [&](std::span<const std::byte>, std::string_view file) {
    // Nobody leaves before all are there; half a minute is for a machine that is very busy.
    ++waiting;
    for (int i = 0; waiting < 8 && i < 30'000; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return tests::a_readable_report(std::string(file));
  };
  run_batch(scans(8), 8, inspect);
  EXPECT_EQ(waiting, 8);
}

TEST(Batch, NoInputsDeliverNothing) {
  EXPECT_THAT(run_batch({}, 2, dawdle).files, testing::IsEmpty());
}

}  // namespace
}  // namespace vermilion::service::batch
