{{- define "pml-guard.name" -}}
{{- printf "%s" .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "pml-guard.selector" -}}
app.kubernetes.io/name: pml-guard
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "pml-guard.labels" -}}
{{ include "pml-guard.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}
