#include "service/simulator/page.hpp"

#include "service/payment/alipay/form.hpp"
#include "service/payment/beijing.hpp"
#include "service/payment/yuan.hpp"
#include "service/simulator/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace vermilion::service::simulator {
namespace {

using payment::alipay::Parameters;

constexpr std::string_view kNote =
    "微信支付、支付宝、短信、法人核验、快递、发票都由本页扮演，只供试用和测试。"
    "<small>Payments, messages, verification, courier and invoices are played here.</small>";

std::string_view chinese(Channel channel) {
  return channel == Channel::WeChat ? "微信支付" : "支付宝";
}

std::string state_of(const Trade& trade) {
  switch (trade.state) {
    case Trade::State::Unpaid:
      return "待支付";
    case Trade::State::Closed:
      return R"(<span class="none">已关闭</span>)";
    case Trade::State::Paid:
      break;
  }
  if (trade.refunded_fen == 0) return R"(<span class="paid">已支付</span>)";
  return fmt::format(R"(<span class="paid">已支付</span>，已退 {} 元)",
                     payment::yuan_text(trade.refunded_fen));
}

std::string buttons_of(const Trade& trade) {
  if (trade.state == Trade::State::Unpaid) {
    return button("pay", trade.attempt, name(trade.channel), "支付", true);
  }
  if (trade.state == Trade::State::Paid) {
    return button("again", trade.attempt, name(trade.channel), "再次通知");
  }
  return {};
}

std::string trades(const Book& book) {
  std::string rows;
  for (const auto& [key, trade] : book.trades) {
    rows += fmt::format(
        "<tr><td>{}</td><td><code>{}</code></td><td>{} 元</td><td>{}</td><td>{}</td></tr>",
        chinese(trade.channel), escaped(trade.attempt), payment::yuan_text(trade.amount_fen),
        state_of(trade), buttons_of(trade));
  }
  return section("收款", "Payments", "<th>渠道<th>商户订单号<th>金额<th>状态<th>操作", rows,
                 "还没有收款请求");
}

std::string refunds(const Book& book) {
  std::string rows;
  for (const auto& [key, refund] : book.refunds) {
    const bool open = refund.state == Refund::State::Processing;
    const char* state = open ? "处理中"
                        : refund.state == Refund::State::Done
                            ? R"(<span class="paid">已到账</span>)"
                            : R"(<span class="failed">失败</span>)";
    const std::string buttons =
        open ? button("refund", refund.number, name(refund.channel), "到账", true) +
                   button("refund_fail", refund.number, name(refund.channel), "失败")
             : "";
    rows += fmt::format(
        "<tr><td>{}</td><td><code>{}</code></td><td>{} 元</td><td>{}</td>"
        "<td>{}</td></tr>",
        chinese(refund.channel), escaped(refund.number), payment::yuan_text(refund.amount_fen),
        state, buttons);
  }
  return section("退款", "Refunds", "<th>渠道<th>退款单号<th>金额<th>状态<th>操作", rows,
                 "还没有退款请求");
}

std::string verifications(const Book& book) {
  std::string rows;
  for (const auto& [order, one] : book.verifications) {
    const char* state = one.state == Verification::State::Pending ? "等待法人扫码"
                        : one.state == Verification::State::Passed
                            ? R"(<span class="paid">认证成功</span>)"
                            : R"(<span class="failed">认证失败</span>)";
    rows += fmt::format("<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}{}</td></tr>",
                        escaped(order), escaped(one.organisation), state,
                        button("verify", order, "", "核验通过", true),
                        button("verify_fail", order, "", "核验失败"));
  }
  return section("法人核验", "Verification", "<th>订单<th>单位<th>状态<th>操作", rows,
                 "还没有核验请求");
}

std::string parcels(const Book& book) {
  std::string rows;
  for (const auto& [key, parcel] : book.parcels) {
    const char* state = parcel.state == "3"    ? R"(<span class="paid">已签收</span>)"
                        : parcel.state == "14" ? R"(<span class="failed">拒签</span>)"
                                               : "运输中";
    rows += fmt::format("<tr><td>{}</td><td><code>{}</code></td><td>{}</td><td>{}{}</td></tr>",
                        escaped(parcel.carrier), escaped(parcel.number), state,
                        button("deliver", parcel.number, parcel.carrier, "签收", true),
                        button("refuse", parcel.number, parcel.carrier, "拒签"));
  }
  return section("快递", "Parcels", "<th>快递公司<th>单号<th>状态<th>操作", rows,
                 "还没有订阅的快递");
}

std::string texts(const Book& book) {
  constexpr std::ptrdiff_t kShown = 20;
  std::string rows;
  const auto count = std::min<std::ptrdiff_t>(kShown, std::ssize(book.texts));
  std::for_each(book.texts.rbegin(), book.texts.rbegin() + count, [&](const Text& text) {
    rows += fmt::format(
        "<tr><td>{}</td><td>{}</td><td><code>{}</code></td>"
        "<td class=\"words\">{}</td></tr>",
        payment::beijing_time(text.at), escaped(text.phone), escaped(text.template_id),
        escaped(text.blanks));
  });
  return section("短信", "Messages, the last twenty", "<th>时间<th>手机<th>模板<th>内容", rows,
                 "还没有短信");
}

std::string number_field(const char* name, const char* label, std::uint64_t value) {
  return fmt::format(
      R"(<label>{} <input type="number" name="{}" min="0" max="{}" value="{}"></label>)", label,
      name, std::string_view(name) == "delay" ? 600'000 : 100, value);
}

std::string settings(const Book& book, const Mischief& mischief) {
  return fmt::format(
      R"(<section><h2>捣乱 <small>Mischief with callbacks, in a hundred</small></h2>)"
      R"(<form method="post" action="/do"><input type="hidden" name="act" value="mischief">)"
      R"({}{}{}{}{}<button>设置</button></form>)"
      R"(<p>{}{}{}</p></section>)"
      "\n",
      number_field("drop", "丢失", mischief.drop), number_field("twice", "重复", mischief.twice),
      number_field("late", "乱序", mischief.late), number_field("forge", "伪造", mischief.forge),
      number_field("delay", "延迟（毫秒）", static_cast<std::uint64_t>(mischief.delay.count())),
      button("swallow", "", "", "下一个请求收下但不回答"),
      button("refunds", book.refunds_at_once ? "by_hand" : "at_once", "",
             book.refunds_at_once ? "退款改为人工处理" : "退款改为立即到账"),
      button("invoices", "", "", "开具全部发票"));
}

std::string field(const Parameters& form, const char* name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : found->second;
}

unsigned number(const Parameters& form, const char* name, unsigned most) {
  const std::string text = field(form, name);
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::min(value, most);
}

Mischief mischief_in(const Parameters& form) {
  return {.drop = number(form, "drop", 100),
          .twice = number(form, "twice", 100),
          .late = number(form, "late", 100),
          .forge = number(form, "forge", 100),
          .delay = std::chrono::milliseconds(number(form, "delay", 600'000))};
}

std::string said(bool done, std::string_view what) {
  return fmt::format("{}{}", done ? "" : "没有可做的：", what);
}

}  // namespace

std::string page_of(const Book& book, const Mischief& mischief, std::string_view done) {
  const std::string body =
      fmt::format("{}{}{}{}{}{}", trades(book), refunds(book), verifications(book), parcels(book),
                  texts(book), settings(book, mischief));
  return html_page("外部世界模拟器", "Simulator of the outside world", kNote, done, body);
}

std::optional<std::string> press(std::string_view text, Partners& partners) {
  const auto form = payment::alipay::from_form(text);
  if (!form) return std::nullopt;
  const std::string act = field(*form, "act");
  const std::string key = field(*form, "key");
  const std::string of = field(*form, "of");
  const TradeKey money{of == "alipay" ? Channel::Alipay : Channel::WeChat, key};
  if (act == "pay") return said(partners.pay(money), fmt::format("{} 已支付", key));
  if (act == "again") return said(partners.call_again(money), fmt::format("{} 再次通知", key));
  if (act == "refund") return said(partners.refund(money, true), fmt::format("{} 退款到账", key));
  if (act == "refund_fail") {
    return said(partners.refund(money, false), fmt::format("{} 退款失败", key));
  }
  if (act == "verify") return said(partners.verify(key, true), fmt::format("{} 核验通过", key));
  if (act == "verify_fail") {
    return said(partners.verify(key, false), fmt::format("{} 核验失败", key));
  }
  if (act == "deliver") {
    return said(partners.move({of, key}, "3", "已签收"), fmt::format("{} 已签收", key));
  }
  if (act == "refuse") {
    return said(partners.move({of, key}, "14", "拒签"), fmt::format("{} 拒签", key));
  }
  if (act == "mischief") {
    partners.set(mischief_in(*form));
    return "已设置";
  }
  if (act == "swallow") {
    partners.swallow_next_answer();
    return "下一个请求将收下但不回答";
  }
  if (act == "refunds") {
    partners.set_refunds_at_once(key == "at_once");
    return "已设置";
  }
  return std::nullopt;
}

}  // namespace vermilion::service::simulator
