{{/* One process of the executable: settings, safety and probes are the same for every role. */}}
{{- define "teleservices.env" -}}
- {name: TELESERVICES__Data__Store, value: postgres}
- name: TELESERVICES__Data__Connection
  valueFrom: {secretKeyRef: {name: {{ .Values.secretName }}, key: connection}}
- {name: TELESERVICES__Data__Directory, value: /var/lib/teleservices}
- {name: TELESERVICES__Files__Store, value: {{ .Values.files.store }}}
{{- if eq .Values.files.store "s3" }}
- {name: TELESERVICES__Files__Endpoint, value: {{ .Values.files.endpoint | quote }}}
- {name: TELESERVICES__Files__Bucket, value: {{ .Values.files.bucket | quote }}}
- {name: TELESERVICES__Files__Region, value: {{ .Values.files.region | quote }}}
- name: TELESERVICES__Files__AccessKey
  valueFrom: {secretKeyRef: {name: {{ .Values.secretName }}, key: filesAccessKey}}
- name: TELESERVICES__Files__SecretKey
  valueFrom: {secretKeyRef: {name: {{ .Values.secretName }}, key: filesSecretKey}}
{{- end }}
- {name: TELESERVICES__Bus__Transport, value: rabbitmq}
- name: TELESERVICES__Bus__Uri
  valueFrom: {secretKeyRef: {name: {{ .Values.secretName }}, key: busUri}}
- {name: TELESERVICES__Hosting__Domain, value: {{ .Values.domain | quote }}}
- {name: TELESERVICES__Hosting__Scheme, value: https}
- {name: TELESERVICES__Hosting__Port, value: "443"}
{{- range $place, $network := .Values.trustedProxies }}
- {name: TELESERVICES__Hosting__TrustedProxies__{{ $place }}, value: {{ $network | quote }}}
{{- end }}
- {name: TELESERVICES__Identity__Backchannel, value: "http://{{ .Release.Name }}-identity:8080"}
- {name: TELESERVICES__Operations__Urls, value: "http://+:8081"}
- {name: TELESERVICES__Mail__Host, value: {{ .Values.mail.host | quote }}}
- {name: TELESERVICES__Mail__From, value: {{ .Values.mail.from | quote }}}
- {name: ASPNETCORE_URLS, value: "http://+:8080"}
- {name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ .Values.otlpEndpoint | quote }}}
{{- end -}}

{{- define "teleservices.pod" -}}
automountServiceAccountToken: false
terminationGracePeriodSeconds: 40
securityContext: {runAsNonRoot: true, runAsUser: 1654, fsGroup: 1654, seccompProfile: {type: RuntimeDefault}}
containers:
  - name: {{ .role }}
    image: "{{ .root.Values.image.repository }}:{{ .root.Values.image.tag }}"
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args: ["--roles", {{ .role | quote }}]
    env: {{- include "teleservices.env" .root | nindent 6 }}
    ports: [{name: http, containerPort: 8080}, {name: operations, containerPort: 8081}]
    securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
    startupProbe: {httpGet: {path: /livez, port: operations}, periodSeconds: 2, failureThreshold: 60}
    livenessProbe: {httpGet: {path: /livez, port: operations}, periodSeconds: 10}
    readinessProbe: {httpGet: {path: /readyz, port: operations}, periodSeconds: 5}
    # The endpoints learn of the end before the process does.
    lifecycle: {preStop: {sleep: {seconds: 5}}}
    resources: {{- toYaml .settings.resources | nindent 6 }}
    volumeMounts: [{name: files, mountPath: /var/lib/teleservices}, {name: tmp, mountPath: /tmp}]
volumes:
{{- if eq .root.Values.files.store "s3" }}
  - {name: files, emptyDir: {}}
{{- else }}
  - {name: files, persistentVolumeClaim: {claimName: {{ .root.Values.files.claimName }}}}
{{- end }}
  - {name: tmp, emptyDir: {}}
{{- end -}}
