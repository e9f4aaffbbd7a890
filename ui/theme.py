"""The app's look, as Streamlit's own settings: light and dark follow the visitor's system."""

SETTINGS = {
    "runner.magicEnabled": "false",
    "theme.metricValueFontSize": "1.9rem",
    "theme.baseRadius": "8px",
    "theme.headingFont": "serif",
    "theme.baseFontSize": "16",
    "theme.showWidgetBorder": "true",
    "theme.light.primaryColor": "#8f2119",
    "theme.light.backgroundColor": "#fdfcfa",
    "theme.light.secondaryBackgroundColor": "#f5f2ec",
    "theme.light.textColor": "#22262b",
    "theme.light.linkColor": "#8f2119",
    "theme.light.borderColor": "#e3ded5",
    "theme.dark.primaryColor": "#c95a49",
    "theme.dark.backgroundColor": "#16181c",
    "theme.dark.secondaryBackgroundColor": "#20242a",
    "theme.dark.textColor": "#e7e4de",
    "theme.dark.linkColor": "#eb9c8f",
    "theme.dark.borderColor": "#343941",
}
"""Names and values as ``streamlit run --name value`` takes them."""

STYLE = """<style>
.stMainBlockContainer { max-width: 78rem; padding: 4.6rem 1.6rem 4rem; }
.stMainBlockContainer h1 { font-size: 2rem; padding: 0 0 0.7rem; }
.stMainBlockContainer h2 { font-size: 1.35rem; padding: 0.6rem 0 0.3rem; }
.stMainBlockContainer h3 { font-size: 1.1rem; padding: 0.5rem 0 0.2rem; }
.st-key-query-text textarea { font-family: "Source Code Pro", monospace; font-size: 0.88rem; line-height: 1.55; }
[data-testid="stGraphVizChart"], [data-testid="stVegaLiteChart"] { overflow-x: auto; max-width: 100%; }
[data-testid="stGraphVizChart"] svg { min-width: 44rem; }
</style>"""
"""What the settings cannot say: a narrower page with less air above it. It holds nothing of a document's text."""
