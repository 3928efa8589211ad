#include "service/server/api_keys.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::server {
namespace {

// SHA-256 of "abc" is the example of FIPS 180-4, of "" that of the empty message.
constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* kEmpty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

ApiKeys keys() {
  return *ApiKeys::parse(std::string("# who may ask\nhall ") + kAbc + "  # the hall's desk\n\n");
}

TEST(ApiKeys, NameWhoseKeyItIs) {
  EXPECT_EQ(keys().client_of({{"authorization", "Bearer abc"}}), "hall");
}

TEST(ApiKeys, KnowNobodyElse) {
  EXPECT_EQ(keys().client_of({}), std::nullopt);
  for (const auto* said :
       {"Bearer ab", "Bearer abc ", "bearer abc", "Basic abc", "abc", "Bearer ", ""}) {
    EXPECT_EQ(keys().client_of({{"Authorization", said}}), std::nullopt) << said;
  }
  EXPECT_EQ(keys().client_of({{"Authorization", "Bearer abc"}, {"Authorization", "Bearer abc"}}),
            std::nullopt);
  EXPECT_EQ(ApiKeys().client_of({{"Authorization", "Bearer abc"}}), std::nullopt);
}

TEST(ApiKeys, FileWithAMistakeIsRefusedAtItsLine) {
  const std::string good = std::string("hall ") + kAbc + "\n";
  const std::vector<std::pair<std::string, std::string>> kMistakes{
      {good + "desk\n", "line 2 is no key"},
      {good + "desk abc\n", "line 2 is no key"},
      {"a/b " + std::string(kAbc), "line 1 is no key"},
      {good + "desk " + std::string(kEmpty) + " more\n", "line 2 is no key"},
      {good + "hall " + kEmpty, "line 2 gives a name or a key a second time"},
      {good + "desk " + kAbc, "line 2 gives a name or a key a second time"},
  };
  for (const auto& [text, complaint] : kMistakes) {
    const auto parsed = ApiKeys::parse(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_THAT(parsed.error(), testing::StartsWith(complaint)) << text;
  }
}

}  // namespace
}  // namespace vermilion::service::server
