#include "rules/docs/paper.hpp"

#include "rules/docs/phrases.hpp"

#include <fmt/format.h>

#include <cassert>
#include <string>
#include <utility>

namespace vermilion::rules::docs {
namespace {

// A paper is wanted when its slot is, and when its own condition holds.
LocalText when_of(const PaperItem& item, const Slot& slot, const Project& project) {
  const LocalText of_slot = condition_text(slot.when, project);
  const LocalText own = condition_text(item.when, project);
  if (of_slot.empty() && own.empty()) return {};
  const bool both = !of_slot.empty() && !own.empty();
  return {of_slot.zh + (both ? "；" : "") + own.zh,
          fmt::format("for: {}{}{}", of_slot.en, both ? "; " : "", own.en)};
}

// What is mailed of a slot with several is paper: the alternative somebody stamps.
const LocalText& name_of(const Slot& slot) {
  for (const DocumentType& type : slot.alternatives) {
    if (slot.name.empty() && !type.signatures.empty()) return type.name;
  }
  return slot.shown_name();
}

}  // namespace

std::vector<std::vector<LocalText>> paper_of(const Project& project) {
  std::vector<std::vector<LocalText>> papers;
  for (const PaperItem& item : project.paper) {
    const Slot* slot = find_slot(project, item.slot);
    assert(slot != nullptr && "compile() looks slots up");
    const LocalText kind =
        item.original ? LocalText{"原件", "Original"} : LocalText{"复印件", "Copy"};
    papers.push_back({name_of(*slot), kind, when_of(item, *slot, project), item.note});
  }
  return papers;
}

Page paper_checklist(const Project& project) {
  Page page{.title = {project.name.zh + "：邮寄资料清单", project.name.en + ": papers to mail"}};
  page.blocks.emplace_back(
      Paragraph{{"订单编号：____________________　单位名称：____________________",
                 "Order number and name of the organisation"}});
  page.blocks.emplace_back(Checklist{paper_of(project)});
  const auto mailing = project.texts.find("mailing");
  if (mailing != project.texts.end()) page.blocks.emplace_back(Paragraph{mailing->second});
  return page;
}

}  // namespace vermilion::rules::docs
