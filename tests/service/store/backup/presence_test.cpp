#include "service/store/backup/presence.hpp"

#include "tests/service/store/a_database.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vermilion::service::store::backup {
namespace {

class Presence : public tests::OnBoth {};

// Another process: SQLite's locks are not for threads of one.
TEST_P(Presence, IsSeenWhileItLastsAndNotLonger) {
  const tests::ADatabase owned(GetParam());
  (void)owned.migrated();
  EXPECT_FALSE(is_in_use(owned.place()).value());
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto database = owned.open();
    (void)!write(ends[1], "!", 1);
    pause();
    _exit(0);
  }
  char byte = 0;
  ASSERT_EQ(read(ends[0], &byte, 1), 1);
  EXPECT_TRUE(is_in_use(owned.place()).value());
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  bool seen = true;
  // PostgreSQL notices a moment later that its client is gone.
  for (int tries = 0; seen && tries < 100; ++tries) {
    usleep(20'000);
    seen = is_in_use(owned.place()).value();
  }
  EXPECT_FALSE(seen);
  close(ends[0]);
  close(ends[1]);
}

TEST(PresenceOfNothing, IsNone) {
  EXPECT_FALSE(is_in_use({database::Backend::Sqlite, "/nonexistent/store.db"}).value());
}

INSTANTIATE_TEST_SUITE_P(, Presence,
                         testing::Values(database::Backend::Sqlite, database::Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::store::backup
