#include "service/store/imports/hall_keys.hpp"

#include "tests/service/store/orders/a_world.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::store::imports {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::Field;

constexpr std::string_view kHead = "credit_code,project,serial,key_id,main_key,valid_until\n";
constexpr std::string_view kA = "91360000625912173B,yingtan_sunshine,OLD-1,K-1,yes,2027-11-21\n";
constexpr std::string_view kB = "91360000625912173B,yingtan_sunshine,OLD-2,K-2,no,2028-02-29\n";

std::string file(std::initializer_list<std::string_view> lines) {
  std::string text(kHead);
  for (const auto line : lines) text += line;
  return text;
}

TEST(HallKeys, RowsAreReadWhateverTheOrderOfColumns) {
  const auto keys = read_hall_keys(file({kA, kB}));
  ASSERT_TRUE(keys) << keys.error().front().why;
  ASSERT_EQ(keys->size(), 2u);
  EXPECT_EQ((*keys)[0].credit_code, "91360000625912173B");
  EXPECT_EQ((*keys)[0].certificate.serial, "OLD-1");
  EXPECT_TRUE((*keys)[0].certificate.main_key);
  // The last second of the day in Beijing.
  EXPECT_EQ((*keys)[1].certificate.valid_until,
            std::chrono::sys_days(2028y / 2 / 29) + 15h + 59min + 59s);

  const auto turned = read_hall_keys(
      "serial,valid_until,main_key,project,key_id,credit_code\n"
      "OLD-1,2027-11-21,yes,yingtan_sunshine,K-1,91360000625912173B\n");
  EXPECT_EQ(turned.value().front(), keys->front());
}

TEST(HallKeys, AllMistakesOfAllRowsAreToldAtOnce) {
  const auto keys = read_hall_keys(file({
      "91360000625912173C,yingtan_sunshine,OLD-1,K-1,maybe,2027-02-29\n",
      kB,
      "91360000625912173B,yingtan_sunshine,OLD-3\n",
      "91360000625912173B,,\"OLD 4\",K-4,no,21.11.2027\n",
  }));
  ASSERT_FALSE(keys);
  EXPECT_THAT(keys.error(),
              ElementsAre(Field(&Mistake::row, 2), Field(&Mistake::row, 2), Field(&Mistake::row, 2),
                          Field(&Mistake::row, 4), Field(&Mistake::row, 5), Field(&Mistake::row, 5),
                          Field(&Mistake::row, 5)));
  EXPECT_EQ(keys.error()[0].column, "credit_code");
  EXPECT_EQ(keys.error()[1].column, "main_key");
  EXPECT_EQ(keys.error()[2].column, "valid_until");
}

TEST(HallKeys, RowsThatSpeakAgainstEachOtherAreMistakes) {
  EXPECT_EQ(read_hall_keys(file({kA, kA})).error().size(), 2u);
  const auto second_main =
      read_hall_keys(file({kA, "91360000625912173B,yingtan_sunshine,OLD-9,K-9,yes,2027-11-21\n"}));
  ASSERT_FALSE(second_main);
  EXPECT_THAT(second_main.error(), ElementsAre(Field(&Mistake::column, "main_key")));
}

TEST(HallKeys, WrongHeadsAreRefusedBeforeAnyRow) {
  EXPECT_FALSE(read_hall_keys(""));
  EXPECT_FALSE(read_hall_keys("\"never closed"));
  EXPECT_EQ(read_hall_keys("credit_code,project\n").error().size(), 4u);
  EXPECT_EQ(read_hall_keys("serial," + file({})).error().size(), 1u);
}

class ImportTest : public tests::OnBoth {
 protected:
  void SetUp() override {
    tests::OnBoth::SetUp();
    if (!IsSkipped()) store_ = std::make_unique<tests::AStore>(GetParam());
  }
  Imported imported(const std::string& text) {
    const auto done = import_hall_keys(store_->orders, read_hall_keys(text).value(), "clerk-1");
    EXPECT_TRUE(done) << done.error().detail;
    return done.value_or(Imported{});
  }
  std::unique_ptr<tests::AStore> store_;
};

TEST_P(ImportTest, MainKeyIsIssuedAndCertificatesCanBeChosen) {
  const auto done = imported(file({kA, kB}));
  EXPECT_EQ(done.fresh, 2u);
  const auto organisation = store_->orders.organisation("91360000625912173B").value();
  const auto key = workflow::organisation::main_key_of(organisation, "yingtan_sunshine");
  EXPECT_EQ(key.state, workflow::MainKey::State::Issued);
  EXPECT_EQ(key.serial, "OLD-1");
  const auto found = store_->database.read([](database::Transaction& transaction) {
    return orders::find_certificate(transaction, "OLD-2", "91360000625912173B", "yingtan_sunshine");
  });
  EXPECT_EQ(found.value()->key_id, "K-2");
}

TEST_P(ImportTest, AgainNothingIsNew) {
  (void)imported(file({kA, kB}));
  const auto again = imported(file({kA, kB}));
  EXPECT_EQ(again.fresh, 0u);
  EXPECT_EQ(again.known, 2u);
  EXPECT_TRUE(again.refused.empty());
  EXPECT_TRUE(store_->orders.differences().value().empty());
}

TEST_P(ImportTest, SecondMainKeyIsRefusedAndTheRestIsImported) {
  (void)imported(file({kA}));
  const auto done =
      imported(file({"91360000625912173B,yingtan_sunshine,OLD-9,K-9,yes,2027-11-21\n", kB}));
  ASSERT_EQ(done.refused.size(), 1u);
  EXPECT_EQ(done.refused[0].row, 2u);
  EXPECT_EQ(done.fresh, 1u);
}

INSTANTIATE_TEST_SUITE_P(, ImportTest,
                         testing::Values(database::Backend::Sqlite, database::Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::store::imports
