#include "service/commands/pipeline.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "pipeline/inspect.hpp"
#include "service/overlay/overlay_file.hpp"
#include "service/workers/worker_pool.hpp"

#include <memory>
#include <utility>

namespace vermilion::service::commands {
namespace {

pipeline::Result<cases::InspectByPlan> make_inspect_by_plan(const std::filesystem::path& models) {
  auto made = pipeline::Inspector::create(models);
  if (!made) return tl::make_unexpected(made.error());
  // Shared, because std::function must be copyable; only one worker at a time holds it.
  const auto inspector = std::make_shared<pipeline::Inspector>(std::move(*made));
  return [inspector](std::span<const std::byte> bytes, std::string_view file,
                     const pipeline::Plan& plan) { return inspector->inspect(bytes, file, plan); };
}

pipeline::Result<batch::Inspect> make_inspect(const std::filesystem::path& models,
                                              const pipeline::Plan& plan) {
  auto made = make_inspect_by_plan(models);
  if (!made) return tl::make_unexpected(made.error());
  return
      [inspect = std::move(*made), plan](std::span<const std::byte> bytes, std::string_view file) {
        return inspect(bytes, file, plan);
      };
}

tl::expected<cases::InspectByPlan, std::string> make_isolated_inspect(
    const std::filesystem::path& models, unsigned workers) {
  workers::PoolSettings settings{.zygote = {.program = "/proc/self/exe", .models = models},
                                 .workers = workers};
  auto started = workers::WorkerPool::start(std::move(settings), pipeline::check_descriptions());
  if (!started) return tl::make_unexpected(started.error());
  const std::shared_ptr<workers::WorkerPool> pool = std::move(*started);
  return [pool](std::span<const std::byte> bytes, std::string_view file,
                const pipeline::Plan& plan) { return pool->inspect(bytes, file, plan); };
}

batch::DrawOverlay make_draw_overlay(const pipeline::Plan& plan, rules::Language language) {
  return overlay::overlay_files(plan.max_bytes, language);
}

}  // namespace

Pipeline real_pipeline() {
  return {.checks = pipeline::check_descriptions(),
          .make_inspect = make_inspect,
          .make_inspect_by_plan = make_inspect_by_plan,
          .make_isolated_inspect = make_isolated_inspect,
          .make_draw_overlay = make_draw_overlay};
}

}  // namespace vermilion::service::commands
