"""The 위임 tree drawn: 법 → 영 → 규칙 → 별표 downwards, citing articles from the right, what is lacking dashed."""
