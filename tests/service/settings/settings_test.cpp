#include "service/settings/settings.hpp"

#include <gmock/gmock.h>

#include <array>

namespace vermilion::service::settings {
namespace {

constexpr std::array kSettings{Setting{"workers", "2", "Scans at once"},
                               Setting{"cpu_seconds", "15", "Of one scan"},
                               Setting{"listen", "127.0.0.1:8080", "Address"}};

std::optional<std::string> nothing(const std::string&) {
  return std::nullopt;
}

tl::expected<Values, std::string> of_file(const std::string& text) {
  return resolve(kSettings, File{"vermilion.conf", text}, nothing, {});
}

TEST(Settings, NobodySaysAreAsTheyBegin) {
  const auto values = resolve(kSettings, std::nullopt, nothing, {});
  EXPECT_EQ(values->at("workers").text, "2");
  EXPECT_EQ(values->at("workers").origin, Origin::Fallback);
}

TEST(Settings, CommandLineGoesBeforeEnvironmentBeforeFile) {
  const File file{"vermilion.conf",
                  "# ours\nworkers = 3\ncpu_seconds=20 # slow\nlisten = ::1:80\n"};
  const auto environment = [](const std::string& variable) -> std::optional<std::string> {
    if (variable == "VERMILION_WORKERS") return "4";
    if (variable == "VERMILION_CPU_SECONDS") return "30";
    return std::nullopt;
  };
  const auto values = resolve(kSettings, file, environment, {{"workers", "5"}});
  ASSERT_TRUE(values);
  EXPECT_EQ(values->at("workers").text, "5");
  EXPECT_EQ(values->at("workers").where, "--workers");
  EXPECT_EQ(values->at("cpu_seconds").text, "30");
  EXPECT_EQ(values->at("cpu_seconds").where, "VERMILION_CPU_SECONDS");
  EXPECT_EQ(values->at("listen").text, "::1:80");
  EXPECT_EQ(values->at("listen").where, "vermilion.conf:4");
}

TEST(Settings, FileWithAMistakeIsRefusedAtItsLine) {
  EXPECT_EQ(of_file("\nworkers\n").error(), "vermilion.conf:2: write name = value");
  EXPECT_EQ(of_file("worker = 3").error(),
            "vermilion.conf:1: there is no setting \"worker\"; did you mean \"workers\"?");
  EXPECT_EQ(of_file("workers = 3\nworkers = 3").error(), "vermilion.conf:2: workers is said twice");
}

TEST(Settings, ShowWhereTheyComeFrom) {
  EXPECT_THAT(text_of(*of_file("workers = 3"), /*with_origin=*/true),
              testing::HasSubstr("workers = 3  # file, vermilion.conf:1\n"));
  EXPECT_THAT(text_of(*of_file(""), /*with_origin=*/false), testing::HasSubstr("workers = 2\n"));
}

}  // namespace
}  // namespace vermilion::service::settings
