def run():
    lines = []
    report = ""
    for i in range(60):
        field = f"{i:03d}:{i * 37 % 101:>4}"
        lines.append(field + ";" + str(i))
        report += field[0:3]
    text = "\n".join(lines)
    return len(text) + len(report) + text.count("1") + report.find("059")
