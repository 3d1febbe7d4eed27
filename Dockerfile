# Runs on a read-only root as nobody in particular: `docker run --read-only --tmpfs /tmp -p 8501:8501 madoguchi`
FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
# Fonts for the pictures of shared links (130 MB); without them all links show the one plain picture.
RUN apt-get update && apt-get install --yes --no-install-recommends fonts-noto-core fonts-noto-cjk && rm -rf /var/lib/apt/lists/*
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt && useradd --no-create-home --uid 10001 visitor
COPY . .
USER visitor
EXPOSE 8501
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8501/_stcore/health', timeout=5)"]
CMD ["streamlit", "run", "app.py", "--server.address=0.0.0.0", "--server.port=8501", "--server.headless=true", "--browser.gatherUsageStats=false"]
