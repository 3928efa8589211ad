#include "service/commands/forms.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace vermilion::service::commands {
namespace {

const std::string kRules = VERMILION_SOURCE_DIR "/rules";
const std::string kKeys = "1 " + std::string(64, 'a') + "\n";
const std::string kOrder = R"({"order_number": "20261121093000017", "operation": "new",
  "variant": "main", "date": "2026-11-21", "credit_code": "91369999128467558J",
  "organisation": "江西墨舟建设工程有限公司", "legal_person": "顾怀瑾", "agent": "苏砚青",
  "agent_mobile": "13800000002"})";

// A folder with an order and a key, and the program in it.
class FormsMake : public testing::Test {
 protected:
  struct Answer {
    cli::ExitCode code;
    std::string err;
  };

  Answer make(const std::string& document, std::vector<std::string> more = {}) {
    const cli::Command table[] = {{"forms", "", forms}};
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{stdin, out, err};
    std::vector<std::string> arguments{
        "forms",      "make",   "--rules",    kRules, "--project", "yingtan_sunshine",
        "--document", document, "--key-file", keys,   "--order",   order,
        "--out",      pdf};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto code = cli::run(table, arguments, console);
    EXPECT_EQ(out.str(), "");
    return {code, err.str()};
  }

  [[nodiscard]] std::string printed() const {
    std::ifstream in(pdf, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  tests::TemporaryFolder folder;
  std::string order = folder.write("order.json", kOrder);
  std::string keys = folder.write("forms.key", kKeys);
  std::string pdf = (folder.path() / "form.pdf").string();
};

TEST_F(FormsMake, WritesTheSamePdfEveryTime) {
  EXPECT_EQ(make("seal_sheet").code, cli::ExitCode::Accepted);
  const std::string once = printed();
  EXPECT_EQ(once.substr(0, 5), "%PDF-");
  EXPECT_EQ(make("seal_sheet").code, cli::ExitCode::Accepted);
  EXPECT_EQ(printed(), once);
}

TEST_F(FormsMake, KeyChangesTheCode) {
  make("seal_sheet");
  const std::string once = printed();
  keys = folder.write("forms.key", "1 " + std::string(64, 'b'));
  make("seal_sheet");
  EXPECT_NE(printed(), once);
}

TEST_F(FormsMake, FactOfTheConfigurationIsAddedToTheOrder) {
  const std::vector<std::string> facts{"--fact", "refund_email=refund@example.org",
                                       "--fact", "refund_reason=项目选错",
                                       "--fact", "refund_amount=220.00",
                                       "--fact", "refund_account_name=甲",
                                       "--fact", "refund_account_number=1",
                                       "--fact", "refund_bank=乙"};
  const Answer answer = make("refund_letter", facts);
  EXPECT_EQ(answer.code, cli::ExitCode::Accepted) << answer.err;
  const Answer without = make("refund_letter");
  EXPECT_EQ(without.code, cli::ExitCode::WrongUse);
  EXPECT_NE(without.err.find("refund_email"), std::string::npos) << without.err;
}

TEST_F(FormsMake, NothingIsWrittenWhereACharacterHasNoGlyph) {
  order = folder.write("rare.json", R"({"order_number": "1", "operation": "new", "variant": "main",
    "date": "2026-11-21", "credit_code": "91369999128467558J", "organisation": "甲",
    "legal_person": "𪚥", "agent": "乙"})");
  const Answer answer = make("seal_sheet");
  EXPECT_EQ(answer.code, cli::ExitCode::WrongUse);
  EXPECT_NE(answer.err.find("𪚥"), std::string::npos) << answer.err;
  EXPECT_EQ(printed(), "");
}

TEST_F(FormsMake, WhatIsNoFormSaysWhichThereAre) {
  EXPECT_NE(make("seal_shet").err.find("did you mean \"seal_sheet\""), std::string::npos);
  EXPECT_NE(make("id_card").err.find("brought by the applicant"), std::string::npos);
  EXPECT_NE(make("../projects/yingtan_sunshine").err.find("known are"), std::string::npos);
}

TEST_F(FormsMake, WrongFilesAreNamed) {
  keys = folder.write("short.key", "1 abc");
  EXPECT_NE(make("seal_sheet").err.find("short.key: line 1"), std::string::npos);
  keys = folder.write("forms.key", kKeys);
  EXPECT_NE(make("seal_sheet", {"--fact", "refund_mail=a"}).err.find("refund_email"),
            std::string::npos);
  order = "/nowhere/order.json";
  EXPECT_NE(make("seal_sheet").err.find("/nowhere/order.json"), std::string::npos);
}

}  // namespace
}  // namespace vermilion::service::commands
