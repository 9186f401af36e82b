// What stands where something is still coming, or did not come: a sentence each, and a way on.
#include "base/number.h"
#include "view/screens.h"

namespace view {
namespace {}  // namespace

std::string size_text(const Ui& ui, std::uint64_t bytes) {
  if (bytes >= 10'000'000)
    return base::text_from_number(static_cast<double>(bytes) / 1e6, 1, ui.language()) + " MB";
  return base::text_from_count((bytes + 999) / 1000, ui.language()) + " kB";
}

void loading_panel(Ui& ui, const Rect& rect, const app::Loading& loading, Word what) {
  if (ui.state.now_ms - loading.since_ms < tokens::motion_ms::skeleton_delay) {
    ui.memory.wants_frame = true;
    return;
  }
  Rect inner = rect.inset(24, 24);
  const std::string progress =
      loading.bytes_total > 0 ? ui.word(Word::loading_bytes, {size_text(ui, loading.bytes_received),
                                                              size_text(ui, loading.bytes_total)})
      : loading.bytes_received > 0
          ? ui.word(Word::loading_bytes_open, {size_text(ui, loading.bytes_received)})
          : std::string();
  Node node;
  node.role = NodeRole::progressbar;
  node.name = ui.word(what);
  node.value = progress;
  Rect line = inner.cut_top(24);
  node.rect = line;
  node.value_max = static_cast<float>(loading.bytes_total);
  node.value_now = static_cast<float>(loading.bytes_received);
  ui.paint.text(line, std::string(ui.word(what)) + (progress.empty() ? "" : " " + progress),
                {Size::body, Role::text_muted});
  ui.record("loading", std::move(node));
  if (loading.bytes_total > 0) {
    Rect bar = inner.cut_top(8);
    bar.w = std::min(bar.w, 420.0f);
    ui.paint.fill(bar, Role::surface_sunken, 4);
    bar.w *= static_cast<float>(loading.bytes_received) / static_cast<float>(loading.bytes_total);
    ui.paint.fill(bar, Role::primary, 4);
  }
  inner.cut_top(16);
  // The shape of what comes.
  while (inner.h > 44) {
    Rect row = inner.cut_top(34);
    ui.paint.fill(row.cut_left(std::min(180.0f, row.w * 0.4f)).inset(0, 9), Role::skeleton, 4);
    while (row.w > 120) {
      row.cut_left(24);
      ui.paint.fill(row.cut_left(84).inset(0, 9), Role::skeleton, 4);
    }
    inner.cut_top(2);
  }
}

void offline_band(Ui& ui, Rect& rest) {
  if (ui.state.window.is_online) return;
  const TextStyle style{Size::note, Role::on_warning_soft};
  const std::string_view sentence = ui.word(Word::offline);
  const float room = rest.w - 2 * ui.margin() - 28;
  const float lines = ui.paint.paragraph_height(sentence, style, room);
  const Rect band = rest.cut_top(lines + 20);
  ui.paint.fill(band, Role::warning_soft);
  ui.paint.horizontal(band.x, band.right(), band.bottom() - 1, Role::border);
  Rect inner = band.inset(ui.margin(), 10);
  const Rect icon = inner.cut_left(28);
  ui.paint.icon(Icon::offline, icon.x + 9, icon.middle_y(), 18, Role::warning);
  ui.paragraph("offline", inner, sentence, style, 0, NodeRole::status);
}

void failed_panel(Ui& ui, const Rect& rect, const app::Failed& failed, Word title) {
  const float width = std::min(rect.w - 32, 560.0f);
  Rect box{rect.x + (rect.w - width) / 2, rect.y + std::min(96.0f, rect.h * 0.14f), width, 0};
  const float text_height =
      ui.paint.paragraph_height(failed.why.message, {Size::body, Role::text_muted}, width - 48);
  box.h = 24 + 32 + 12 + 26 + 8 + text_height + 20 + ui.control_height() + 24;
  panel(ui, box);
  const auto group = ui.group("failed", NodeRole::group, ui.word(title), box);
  Rect inner = box.inset(24, 24);
  const Rect icon = inner.cut_top(32);
  ui.paint.icon(Icon::error, icon.x + 16, icon.middle_y(), 32, Role::danger);
  inner.cut_top(12);
  ui.heading("title", inner.cut_top(26), ui.word(title), 2,
             {Size::heading, Role::text, Face::semibold});
  inner.cut_top(8);
  ui.paragraph("why", inner.cut_top(text_height), failed.why.message,
               {Size::body, Role::text_muted}, 0, NodeRole::alert);
  inner.cut_top(20);
  Rect row = inner.cut_top(ui.control_height());
  const ButtonLook again{ButtonKind::primary, Icon::refresh};
  button(ui, "again", row.cut_left(button_width(ui, ui.word(Word::try_again), again)),
         ui.word(Word::try_again), again, app::TryAgain{});
  row.cut_left(8);
  const ButtonLook plain;
  const float wide = button_width(ui, ui.word(Word::to_catalogue), plain);
  if (std::holds_alternative<app::TableScreen>(ui.state.screen))
    button(ui, "catalogue", row.cut_left(wide), ui.word(Word::to_catalogue), plain,
           app::OpenCatalogue{});
  row.cut_left(8);
  const ButtonLook quiet{ButtonKind::quiet};
  button(ui, "text", row.cut_left(button_width(ui, ui.word(Word::text_view), quiet)),
         ui.word(Word::text_view), quiet, app::OpenTextView{});
}

}  // namespace view
