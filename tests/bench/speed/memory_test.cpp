#include "bench/speed/memory.hpp"

#include "bench/speed/child.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace vermilion::speed {
namespace {

namespace fs = std::filesystem;

// A program that draws empty files, and whose batch takes 60 MB for each worker and ends as one
// with an unreadable scan does.
constexpr const char* kProgram = R"(#!/bin/sh
case $1 in
  samples) for n in 1 2 3; do : > "$4/$n.jpg"; : > "$4/$n.json"; done ;;
  inspect)
    bytes=$(($5 * 60000000))
    head -c $bytes /dev/zero | tail -c $bytes | wc -c
    exit 3 ;;
esac
)";

std::string program_in(const tests::TemporaryFolder& folder, const char* text) {
  const std::string program = folder.write("program", text);
  fs::permissions(program, fs::perms::owner_all);
  return program;
}

TEST(WorkerMemory, IsWhatEachWorkerAfterTheFirstAdds) {
  EXPECT_DOUBLE_EQ(mb_a_worker(80, 110, 2), 30);
  EXPECT_DOUBLE_EQ(mb_a_worker(80, 155, 4), 25);
}

TEST(WorkerMemory, IsMeasuredAsThePeakOfTheProgram) {
  if (self_peak_mb() > 60) GTEST_SKIP() << "this process has grown larger than what it starts";
  const tests::TemporaryFolder folder;
  const BatchMemory memory(program_in(folder, kProgram), 3);
  const double one = memory.peak_mb(loads().front(), 1, 1);
  const double four = memory.peak_mb(loads().front(), 4, 1);
  EXPECT_NEAR(mb_a_worker(one, four, 4), 60, 15);
}

TEST(WorkerMemory, ProgramThatCannotBeUsedSoIsAnError) {
  const tests::TemporaryFolder folder;
  EXPECT_THROW(BatchMemory(program_in(folder, "#!/bin/sh\nexit 2\n"), 3), std::runtime_error);
  const BatchMemory memory(program_in(folder, "#!/bin/sh\n[ $1 = samples ] || exit 2\n"), 3);
  EXPECT_THROW((void)memory.peak_mb(loads().front(), 1, 1), std::runtime_error);
}

TEST(Loads, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Load& load : loads()) EXPECT_TRUE(names.insert(load.name).second) << load.name;
}

}  // namespace
}  // namespace vermilion::speed
