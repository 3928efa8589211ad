#include "service/simulator/book.hpp"

#include <fmt/format.h>

namespace vermilion::service::simulator {

std::string_view name(Channel channel) {
  return channel == Channel::WeChat ? "wechat" : "alipay";
}

std::string next_number(Book& book, std::string_view begins) {
  return fmt::format("{}{:016}", begins, ++book.numbers);
}

Taken open_trade(Book& book, const Trade& wanted, Instant now) {
  if (wanted.amount_fen <= 0 || wanted.attempt.empty() || wanted.expires <= now) {
    return Taken::Unfit;
  }
  const auto [place, is_new] =
      book.trades.emplace(TradeKey{wanted.channel, wanted.attempt}, wanted);
  Trade& trade = place->second;
  if (is_new) {
    trade.code = fmt::format("{}{}",
                             wanted.channel == Channel::WeChat ? "weixin://wxpay/bizpayurl?pr="
                                                               : "https://qr.alipay.com/",
                             next_number(book, "sim"));
    return Taken::New;
  }
  if (trade.state == Trade::State::Paid) return Taken::PaidAlready;
  if (trade.state == Trade::State::Closed) return Taken::ClosedAlready;
  const bool same = trade.amount_fen == wanted.amount_fen && trade.expires == wanted.expires &&
                    trade.description == wanted.description;
  return same ? Taken::Known : Taken::Differs;
}

Taken open_refund(Book& book, const Refund& wanted, Instant now) {
  const auto known = book.refunds.find({wanted.channel, wanted.number});
  if (known != book.refunds.end()) {
    const bool same =
        known->second.attempt == wanted.attempt && known->second.amount_fen == wanted.amount_fen;
    if (!same) return Taken::Differs;
    if (known->second.state == Refund::State::Failed) {  // tried again under its number
      known->second.state = Refund::State::Processing;
      if (book.refunds_at_once) finish_refund(book, known->first, true, now);
    }
    return Taken::Known;
  }
  const auto trade = book.trades.find({wanted.channel, wanted.attempt});
  if (trade == book.trades.end() || trade->second.state != Trade::State::Paid) return Taken::Unfit;
  const std::int64_t left = trade->second.amount_fen - trade->second.refunded_fen;
  if (wanted.amount_fen <= 0 || wanted.amount_fen > left) return Taken::Unfit;
  const TradeKey key{wanted.channel, wanted.number};
  book.refunds.emplace(key, wanted);
  if (book.refunds_at_once) finish_refund(book, key, true, now);
  return Taken::New;
}

Taken close_trade(Book& book, const TradeKey& key) {
  const auto found = book.trades.find(key);
  if (found == book.trades.end()) return Taken::Unfit;
  if (found->second.state == Trade::State::Paid) return Taken::PaidAlready;
  found->second.state = Trade::State::Closed;
  return Taken::Known;
}

bool pay(Book& book, const TradeKey& key, Instant now) {
  const auto found = book.trades.find(key);
  if (found == book.trades.end() || found->second.state != Trade::State::Unpaid ||
      found->second.expires <= now) {
    return false;
  }
  Trade& trade = found->second;
  trade.state = Trade::State::Paid;
  trade.transaction = next_number(book, trade.channel == Channel::WeChat ? "4200" : "2026");
  trade.paid_at = now;
  return true;
}

bool finish_refund(Book& book, const TradeKey& key, bool well, Instant now) {
  const auto found = book.refunds.find(key);
  if (found == book.refunds.end() || found->second.state != Refund::State::Processing) return false;
  Refund& refund = found->second;
  refund.state = well ? Refund::State::Done : Refund::State::Failed;
  refund.at = now;
  if (well) book.trades.at({key.first, refund.attempt}).refunded_fen += refund.amount_fen;
  return true;
}

}  // namespace vermilion::service::simulator
