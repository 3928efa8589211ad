#include "service/workers/sandbox/confine.hpp"

#include "service/workers/sandbox/fork_apart.hpp"
#include "service/workers/sandbox/sanitized.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <linux/bpf.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <fstream>
#include <sstream>
#include <string>

namespace vermilion::service::workers::sandbox {
namespace {

constexpr int kResults = 1;
constexpr int kScan = 3;
constexpr std::size_t kMemoryBytes = 256UL << 20;

// A child as a worker is: a pipe to talk into, memory to read, nothing else open.
class Confined {
 public:
  // `act` is tried behind the sandbox; what it returns says whether it came through.
  explicit Confined(const std::function<bool()>& act, bool sandboxed = true) {
    std::array<int, 2> pipe{};
    EXPECT_EQ(pipe2(pipe.data(), O_CLOEXEC), 0);
    const Descriptor theirs(pipe[1]);
    results_ = Descriptor(pipe[0]);
    child_ = fork_apart([&](const auto& outside) {
      dup2(pipe[1], kResults);
      dup2(memfd_create("scan", 0), kScan);
      close_range(kScan + 1, ~0U, 0);
      const Layers up =
          sandboxed ? confine({.memory_bytes = kMemoryBytes, .cpu_s = 1}, outside) : Layers();
      say(static_cast<char>(up.bits()));
      say(act() ? 'D' : 'R');
      char ignored = 0;
      while (read(kScan, &ignored, 1) == 0) sched_yield();
    });
    EXPECT_TRUE(child_.has_value());
    layers_ = Layers(static_cast<unsigned char>(hear()));
  }
  ~Confined() {
    kill(child_->pid, SIGKILL);
    waitpid(child_->pid, nullptr, 0);
  }
  Confined(const Confined&) = delete;
  Confined& operator=(const Confined&) = delete;

  // 'D'one, 'R'efused, or 0: it was ended for trying.
  char hear() {
    pollfd asked{results_.get(), POLLIN, 0};
    char said = 0;
    return poll(&asked, 1, 10'000) > 0 && read(results_.get(), &said, 1) == 1 ? said : 0;
  }
  [[nodiscard]] Layers layers() const { return layers_; }
  [[nodiscard]] pid_t pid() const { return child_->pid; }

 private:
  static void say(char what) { (void)!write(kResults, &what, 1); }

  Descriptor results_;
  std::optional<Child> child_;
  Layers layers_;
};

struct Escape {
  const char* name;
  bool (*act)();
};

bool opens(const char* path, int flags) {
  return open(path, flags, 0600) >= 0;
}

template <class... Arguments>
bool calls(long number, Arguments... arguments) {
  return syscall(number, arguments...) >= 0;
}

const Escape kEscapes[] = {
    {"ReadTheUsers", [] { return opens("/etc/passwd", O_RDONLY); }},
    {"ReadAnEnvironment", [] { return opens("/proc/1/environ", O_RDONLY); }},
    {"ReadItsOwnMemory", [] { return opens("/proc/self/mem", O_RDWR); }},
    {"ListFiles", [] { return opens("/", O_RDONLY | O_DIRECTORY); }},
    {"WriteAFile", [] { return opens("/tmp", O_WRONLY | O_TMPFILE); }},
    {"WriteTheScan", [] { return opens("/proc/self/fd/3", O_RDWR); }},
    {"OpenAnyOtherWay", [] { return calls(SYS_openat2, AT_FDCWD, "/etc/passwd", nullptr, 0L); }},
    {"MakeAFolder", [] { return mkdir("/tmp/left", 0700) == 0; }},
    {"RemoveAFile", [] { return unlink("/etc/no such file") == 0; }},
    {"CallTheNetwork", [] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
    {"CallTheServer", [] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }},
    {"Fork", [] { return fork() >= 0; }},
    {"StartAThread", [] { return calls(SYS_clone3, nullptr, 0L); }},
    {"RunAProgram", [] { return execl("/bin/true", "true", nullptr) == 0; }},
    {"RunFromMemory", [] { return calls(SYS_memfd_create, "program", 0U); }},
    {"RunTheScan", [] { return calls(SYS_execveat, kScan, "", nullptr, nullptr, AT_EMPTY_PATH); }},
    {"TraceTheServer", [] { return ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr) == 0; }},
    {"ReadAnother", [] { return calls(SYS_process_vm_readv, 1, nullptr, 0L, nullptr, 0L, 0L); }},
    {"KillEverybody", [] { return kill(-1, SIGKILL) == 0; }},
    {"KillByHandle", [] { return calls(SYS_pidfd_open, 1, 0U); }},
    {"Mount", [] { return mount("none", "/", "tmpfs", 0, nullptr) == 0; }},
    {"MakeNamespaces", [] { return unshare(CLONE_NEWUSER) == 0; }},
    {"LeaveTheRoot", [] { return chroot("/") == 0; }},
    {"LoadBpf", [] { return calls(SYS_bpf, BPF_MAP_CREATE, nullptr, 0L); }},
    {"QueueSyscalls", [] { return calls(SYS_io_uring_setup, 8U, nullptr); }},
    {"CatchPageFaults", [] { return calls(SYS_userfaultfd, 0); }},
    {"WatchTheMachine", [] { return calls(SYS_perf_event_open, nullptr, 0, -1, -1, 0L); }},
    {"KeepKeys", [] { return calls(SYS_add_key, "user", "a", "b", 1L, -1); }},
    {"ShareMemory", [] { return shmget(IPC_PRIVATE, 4096, IPC_CREAT) >= 0; }},
    {"RaiseLimits",
     [] {
       const rlimit more{1UL << 40, 1UL << 40};
       return setrlimit(RLIMIT_AS, &more) == 0;
     }},
    {"BecomeRoot", [] { return setuid(0) == 0; }},
    {"BecomeTraceable", [] { return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0; }},
    {"RunWhatItWrote",
     [] {
       return mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
                   -1, 0) != MAP_FAILED;
     }},
    {"MakeItRunnable",
     [] {
       void* page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
       return page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
     }},
    {"TakeAllMemory",
     [] {
       return mmap(nullptr, 2 * kMemoryBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
                   -1, 0) != MAP_FAILED;
     }},
    {"GrowTheScan",
     [] {
       const char byte = 0;
       return lseek(kScan, 0, SEEK_SET) == 0 && write(kScan, &byte, 1) == 1;
     }},
    {"SetTheClock",
     [] {
       const timespec zero{};
       return calls(SYS_clock_settime, CLOCK_REALTIME, &zero);
     }},
};

class Escapes : public testing::TestWithParam<Escape> {
 protected:
  void SetUp() override {
    if (kSanitized) GTEST_SKIP() << "the sanitizers' own run time needs what the sandbox forbids";
  }
};

TEST_P(Escapes, AreStopped) {
  Confined confined(GetParam().act);
  ASSERT_TRUE(confined.layers().lacking(kLeast).none()) << text_of(confined.layers());
  EXPECT_NE(confined.hear(), 'D');
}

class Confinement : public Escapes {};

// Else nothing would be shown by their being stopped.
TEST_F(Confinement, StopsWhatWouldComeThroughWithoutIt) {
  for (const auto* name :
       {"ReadTheUsers", "ReadItsOwnMemory", "ListFiles", "WriteAFile", "CallTheNetwork",
        "CallTheServer", "Fork", "RunFromMemory", "ShareMemory", "BecomeTraceable",
        "RunWhatItWrote", "MakeItRunnable", "TakeAllMemory", "GrowTheScan"}) {
    const auto escape = std::ranges::find_if(
        kEscapes, [&](const Escape& each) { return std::string_view(each.name) == name; });
    ASSERT_NE(escape, std::end(kEscapes)) << name;
    EXPECT_EQ(Confined(escape->act, /*sandboxed=*/false).hear(), 'D') << name;
  }
}

INSTANTIATE_TEST_SUITE_P(, Escapes, testing::ValuesIn(kEscapes),
                         [](const auto& escape) { return std::string(escape.param.name); });

TEST_F(Confinement, LetsMemoryAndTheClockBeUsed) {
  Confined confined([] {
    std::vector<char> memory(kMemoryBytes / 4, 1);
    timespec now{};
    return memory.back() == 1 && clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0;
  });
  EXPECT_EQ(confined.hear(), 'D');
}

TEST_F(Confinement, EndsWhatSpinsForever) {
  Confined confined([] {
    std::atomic<int> turns = 0;
    while (turns >= 0) turns = turns ^ 1;
    return true;
  });
  EXPECT_EQ(confined.hear(), 0);
}

// As the kernel sees it, not as the sandbox says.
TEST_F(Confinement, ShowsInTheStatusOfTheProcess) {
  Confined confined([] { return true; });
  ASSERT_EQ(confined.hear(), 'D');
  std::ostringstream status;
  status << std::ifstream("/proc/" + std::to_string(confined.pid()) + "/status").rdbuf();
  EXPECT_THAT(status.str(), testing::HasSubstr("NoNewPrivs:\t1\n"));
  EXPECT_THAT(status.str(), testing::HasSubstr("Seccomp:\t2\n"));
  for (const auto* held : {"CapEff", "CapPrm", "CapInh", "CapAmb"}) {
    EXPECT_THAT(status.str(), testing::HasSubstr(std::string(held) + ":\t0000000000000000\n"));
  }
}

}  // namespace
}  // namespace vermilion::service::workers::sandbox
