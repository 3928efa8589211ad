#include "service/workers/worker.hpp"

#include "service/overlay/redraw.hpp"
#include "service/workers/drawing.hpp"
#include "service/workers/frame.hpp"
#include "service/workers/report_text.hpp"
#include "service/workers/task.hpp"

#include <sys/types.h>
#include <unistd.h>

#include <exception>
#include <stdexcept>
#include <vector>

namespace vermilion::service::workers {
namespace {

std::vector<std::byte> scan_in(int memory, std::uint64_t bytes) {
  if (bytes > pipeline::limits::kFileBytesCeiling + 1) throw std::length_error("the scan");
  std::vector<std::byte> scan(bytes);
  std::size_t done = 0;
  while (done < scan.size()) {
    const ssize_t got =
        pread(memory, scan.data() + done, scan.size() - done, static_cast<off_t>(done));
    if (got <= 0) throw std::runtime_error("the scan is shorter than was said");
    done += static_cast<std::size_t>(got);
  }
  return scan;
}

Frame seen(pipeline::Inspector& inspector, const Frame& asked, int memory) {
  const Task task = task_of(asked.payload);
  const auto report = inspector.inspect(scan_in(memory, asked.scan_bytes), task.file, task.plan);
  return {.kind = Kind::Seen, .number = asked.number, .payload = report_text(report)};
}

Frame redrawn(const Frame& asked, int memory) {
  const Drawing drawing = drawing_of(asked.payload);
  const auto picture =
      overlay::redraw(scan_in(memory, asked.scan_bytes), drawing.turned_deg, drawing.width);
  if (!picture) throw std::runtime_error(picture.error());
  return {.kind = Kind::Redrawn,
          .number = asked.number,
          .payload = {reinterpret_cast<const char*>(picture->data()), picture->size()}};
}

Frame answer(pipeline::Inspector& inspector, const Frame& asked, int memory) try {
  return asked.kind == Kind::Redraw ? redrawn(asked, memory) : seen(inspector, asked, memory);
} catch (const std::exception& error) {
  return {.kind = Kind::Failed, .number = asked.number, .payload = error.what()};
}

}  // namespace

void work(pipeline::Inspector& inspector, sandbox::Layers up, const Channels& channels) {
  if (!write_frame(channels.results, {.kind = Kind::Ready, .number = up.bits()})) return;
  while (const auto asked = receive_frame(channels.tasks)) {
    if (asked->kind != Kind::Inspect && asked->kind != Kind::Redraw) return;
    const Frame answered = answer(inspector, *asked, channels.scan);
    if (!write_frame(channels.results, answered) || answered.kind == Kind::Failed) return;
  }
}

}  // namespace vermilion::service::workers
