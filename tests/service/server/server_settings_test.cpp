#include "service/server/server_settings.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::server {
namespace {

tl::expected<ServerSettings, std::string> with(const settings::Said& said) {
  return settings::resolve(
             server_settings(), std::nullopt, [](const auto&) { return std::nullopt; }, said)
      .and_then(server_settings_of);
}

TEST(ServerSettings, AreSoundUnlessSomebodySaysSo) {
  const auto settings = with({});
  ASSERT_TRUE(settings) << settings.error();
  EXPECT_EQ(settings->listen.address, "127.0.0.1");
  EXPECT_EQ(settings->listen.port, 8080);
  EXPECT_EQ(settings->pool.least, workers::sandbox::kLeast);
  EXPECT_EQ(settings->pool.budget.cpu, std::chrono::seconds(15));
}

TEST(ServerSettings, WithAMistakeAreRefusedWhereItWasMade) {
  const std::vector<std::pair<settings::Said, std::string>> kMistakes{
      {{{"workers", "0"}}, "--workers: workers = \"0\" is not a whole number from 1 to 256"},
      {{{"workers", "two"}}, "--workers: "},
      {{{"workers", "2x"}}, "--workers: "},
      {{{"cpu_seconds", "-1"}}, "--cpu-seconds: "},
      {{{"listen", "8080"}}, "--listen: "},
      {{{"listen", "127.0.0.1:"}}, "--listen: "},
      {{{"listen", "127.0.0.1:70000"}}, "--listen: "},
      {{{"sandbox", "limits,moat"}}, "--sandbox: "},
  };
  for (const auto& [said, complaint] : kMistakes) {
    const auto settings = with(said);
    ASSERT_FALSE(settings) << complaint;
    EXPECT_THAT(settings.error(), testing::StartsWith(complaint));
  }
}

TEST(ServerSettings, NameLayersOfTheSandbox) {
  using workers::sandbox::Layer;
  const auto settings = with({{"sandbox", "syscalls,landlock"}});
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->pool.least,
            workers::sandbox::Layers().with(Layer::Syscalls).with(Layer::Landlock));
}

}  // namespace
}  // namespace vermilion::service::server
