#include "rules/docs/requirements.hpp"

#include "rules/docs/paper.hpp"
#include "rules/docs/phrases.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace vermilion::rules::docs {
namespace {

LocalText labelled(std::string_view zh, std::string_view en, const LocalText& text) {
  return {fmt::format("{}：{}", zh, text.zh), fmt::format("{}: {}", en, text.en)};
}

class Composer {
 public:
  explicit Composer(const Project& project) : project_(project) {}

  Page take() {
    page_.title = {project_.name.zh + "：资料要求", project_.name.en + ": what is required"};
    if (project_.draft) {
      paragraph({"草稿：本项目尚未开放。", "A draft: the project is not open yet."});
    }
    paragraph(project_.scope);
    text("applicant_intro");
    who_may_apply();
    operations();
    documents();
    verification();
    paper();
    payment_and_time();
    hall();
    text("contact");
    return std::move(page_);
  }

 private:
  void heading(std::string_view zh, std::string_view en) {
    page_.blocks.emplace_back(Heading{{std::string(zh), std::string(en)}});
  }
  void paragraph(const LocalText& text) {
    if (!text.empty()) page_.blocks.emplace_back(Paragraph{text});
  }
  void list(List list) {
    if (!list.items.empty()) page_.blocks.emplace_back(std::move(list));
  }
  void text(const std::string& id) {
    const auto known = project_.texts.find(id);
    if (known != project_.texts.end()) paragraph(known->second);
  }

  void who_may_apply() {
    List asked;
    if (project_.region.organisations == Region::Organisations::Inside) {
      asked.items.push_back({"限省内企业。", "For organisations inside the province."});
    }
    if (project_.region.organisations == Region::Organisations::Outside) {
      asked.items.push_back({"限外省企业。", "For organisations of other provinces."});
    }
    for (const Question& question : project_.eligibility) {
      asked.items.push_back({question.ask.zh + "答“否”的，请到办证大厅办理。",
                             question.ask.en + " If not, please come to the hall."});
    }
    if (asked.items.empty()) return;
    heading("谁可以申请", "Who may apply");
    list(std::move(asked));
  }

  void operations() {
    heading("业务和费用", "Operations and fees");
    Table table{.head = {{"业务", "Operation"}, {"证书种类", "Certificate"}, {"费用", "Fee"}}};
    for (const Operation& operation : project_.operations) {
      for (const Variant& variant : operation.variants) {
        table.rows.push_back({operation_name(operation), variant.name, fee_text(variant)});
      }
    }
    page_.blocks.emplace_back(std::move(table));
    for (const Operation& operation : project_.operations) tell(operation);
    if (project_.main_key.one_per_organisation) {
      paragraph({"每个单位只能有一个主锁。", "An organisation may have one main key."});
    }
    if (project_.agreement) {
      paragraph(labelled("申请时须同意", "Has to be accepted", project_.agreement->name));
    }
  }

  void tell(const Operation& operation) {
    const LocalText name = operation_name(operation);
    if (!operation.notice.empty()) paragraph(labelled(name.zh, name.en, operation.notice));
    if (operation.window) {
      paragraph(
          labelled(name.zh, name.en,
                   {fmt::format("证书到期前 {} 天至到期后 {} 天内可以办理。",
                                operation.window->before_days, operation.window->after_days),
                    fmt::format("from {} days before the certificate expires to {} days after.",
                                operation.window->before_days, operation.window->after_days)}));
    }
    if (operation.without_documents) {
      paragraph(labelled(name.zh, name.en, {"不需要上传资料。", "no documents are asked for."}));
    }
  }

  void documents() {
    heading("要上传的资料", "Documents to upload");
    for (const Slot& slot : project_.slots) tell(slot);
  }

  void tell(const Slot& slot) {
    const bool one = slot.alternatives.size() == 1;
    const LocalText names = all_names(slot);
    page_.blocks.emplace_back(
        Heading{one ? names : LocalText{names.zh + "（任选其一）", names.en + " (either)"}, 3});
    const LocalText when = condition_text(slot.when, project_);
    if (!when.empty()) paragraph(labelled("何时需要", "Asked for", when));
    paragraph(slot.help);
    for (const DocumentType& type : slot.alternatives) tell(type, one);
  }

  static LocalText all_names(const Slot& slot) {
    if (!slot.name.empty()) return slot.name;
    LocalText names;
    for (const DocumentType& type : slot.alternatives) {
      if (!names.empty()) {
        names.zh += "或";
        names.en += " or ";
      }
      names.zh += type.name.zh;
      names.en += type.name.en;
    }
    return names;
  }

  void tell(const DocumentType& type, bool alone) {
    if (!alone) page_.blocks.emplace_back(Heading{type.name, 4});
    paragraph(type.help);
    List terms;
    const auto add = [&](std::string_view zh, std::string_view en, const LocalText& text) {
      if (!text.empty()) terms.items.push_back(labelled(zh, en, text));
    };
    add("盖章签字", "Stamped and signed", signatures_text(type));
    if (!type.signatures.empty()) add("章盖在", "The seal stands on", places_text(type));
    add("文件", "File", files_text(type.files));
    for (const Rule& rule : type.rules) {
      if (!rule.log_only) add("审核", "Reviewed", rule.review);
    }
    list(std::move(terms));
  }

  void verification() {
    if (!project_.verification.legal_person) return;
    heading("法人核验", "Verification of the legal person");
    paragraph(
        {"法人本人用手机扫描授权委托书上的二维码并刷脸，显示“认证成功”后才能提交。",
         "The legal person scans the code of the authorisation letter and shows the face; only "
         "then can the application be submitted."});
    if (project_.verification.per_order) {
      paragraph({"每个订单都要重新核验。", "Each order is verified anew."});
    }
  }

  void paper() {
    if (project_.paper.empty()) return;
    heading("要邮寄的纸质资料，按此顺序", "Papers to mail, in this order");
    List papers{.numbered = true};
    for (const auto& item : paper_of(project_)) {
      LocalText line = item.front();
      for (std::size_t i = 1; i < item.size(); ++i) {
        if (item[i].empty()) continue;
        line.zh += (i == 1 ? "：" : "；") + item[i].zh;
        line.en += (i == 1 ? ": " : "; ") + item[i].en;
      }
      papers.items.push_back(std::move(line));
    }
    list(std::move(papers));
    text("mailing");
  }

  void payment_and_time() {
    heading("付款、时限和邮寄", "Payment, time and post");
    List terms;
    const auto add = [&](std::string_view zh, std::string_view en, const LocalText& text) {
      terms.items.push_back(labelled(zh, en, text));
    };
    add("付款方式", "Payment", payment_text(project_.payment));
    add("制作证书", "The certificate is made in", working_days_text(project_.sla.making));
    if (project_.sla.invoice > 0) {
      add("开具发票", "The invoice is written in", working_days_text(project_.sla.invoice));
    }
    if (project_.sla.invoice_late > 0) {
      add("制证后才提供开票信息的，开具发票", "Where its data came after the making, in",
          working_days_text(project_.sla.invoice_late));
    }
    add("寄来的运费", "Postage to us", payer_text(project_.freight.to_us));
    add("寄回的运费", "Postage to you", payer_text(project_.freight.to_applicant));
    if (!project_.freight.courier.empty()) {
      add("快递", "Courier", {project_.freight.courier, project_.freight.courier});
    }
    list(std::move(terms));
    text("payment");
  }

  void hall() {
    const HallOnly& hall = project_.hall_only;
    if (hall.operations.empty()) return;
    heading("只能到办证大厅办理", "Done at the hall only");
    List operations;
    for (const auto& id : hall.operations) operations.items.push_back(operation_name(id));
    list(std::move(operations));
    paragraph(hall.notice);
    if (!hall.phone.empty()) paragraph(labelled("咨询电话", "Phone", {hall.phone, hall.phone}));
  }

  const Project& project_;
  Page page_;
};

}  // namespace

Page requirements(const Project& project) {
  return Composer(project).take();
}

}  // namespace vermilion::rules::docs
