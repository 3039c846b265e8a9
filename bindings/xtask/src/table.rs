//! A table of words for a terminal: each column as wide as its widest word.

/// The rows under `head`, one a line, columns two spaces apart.
pub(crate) fn lay_out<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain(head.get(column).map(|cell| cell.chars().count())).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    let line = |cells: &[&str]| {
        let cells = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let rule: Vec<&str> = rule.iter().map(String::as_str).collect();
    let mut lines = vec![line(&head), line(&rule)];
    for row in rows {
        lines.push(line(&row.each_ref().map(String::as_str)));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let rows = [["a".to_owned(), "long word".to_owned()], ["bbb".to_owned(), "x".to_owned()]];
        let drawn = lay_out(["what", "how"], &rows);
        assert_eq!(drawn, "what  how\n----  ---------\na     long word\nbbb   x");
    }
}
